package dev.respool.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentOptionsTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void no_argument_means_the_defaults(String argument) {
    AgentOptions options = AgentOptions.parse(argument);

    assertFalse(options.suspendable().matches("com/acme/Pump"));
    assertFalse(options.exclude().matches("com/acme/Pump"));
    assertEquals(Optional.empty(), options.dump());
    assertFalse(options.strict());
    assertFalse(options.verbose());
  }

  @Test
  void every_key_is_read(@TempDir Path directory) {
    Path dump = directory.resolve("a/b");

    AgentOptions options =
        AgentOptions.parse(
            "suspendable=com.acme.**;org.luaj.Lua, exclude = com.acme.Pump ,strict=true,"
                + "verbose=true,dump="
                + dump);

    assertTrue(options.suspendable().matches("com/acme/deep/Valve"));
    assertTrue(options.suspendable().matches("org/luaj/Lua"));
    assertFalse(options.suspendable().matches("org/luaj/Other"));
    assertTrue(options.exclude().matches("com/acme/Pump"));
    assertEquals(Optional.of(dump.toAbsolutePath()), options.dump());
    assertTrue(Files.isDirectory(dump));
    assertTrue(options.strict());
    assertTrue(options.verbose());
  }

  @ParameterizedTest
  @ValueSource(strings = {"strict=false,colour=red", "colour", "=", ",strict=true", "Strict=true"})
  void an_unknown_key_is_an_error_that_lists_the_valid_ones(String argument) {
    String message = errorOf(argument);

    assertTrue(message.contains("unknown option"), message);
    for (OptionKey key : OptionKey.values()) {
      assertTrue(message.contains("  " + key.text() + "="), message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"strict=", "strict", "dump= "})
  void a_missing_value_is_an_error(String argument) {
    assertTrue(errorOf(argument).contains("has no value"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"strict=yes", "verbose=1", "suspendable=com.*.acme", "exclude=*"})
  void a_bad_value_is_an_error_that_shows_it(String argument) {
    assertTrue(errorOf(argument).contains("bad option '" + argument + "'"));
  }

  @Test
  void a_dump_directory_that_is_a_file_is_an_error(@TempDir Path directory) throws Exception {
    Path file = Files.createFile(directory.resolve("file"));

    assertTrue(errorOf("dump=" + file).contains("cannot be made"));
  }

  @Test
  void a_key_that_is_given_twice_is_an_error() {
    assertTrue(errorOf("strict=true,strict=true").contains("given twice"));
  }

  @Test
  void the_error_fits_on_one_screen() {
    String message = errorOf("colour=red");

    assertTrue(message.lines().count() <= 24);
    assertTrue(message.lines().allMatch(line -> line.length() <= 100), message);
  }

  private static String errorOf(String argument) {
    return assertThrows(InvalidOptionException.class, () -> AgentOptions.parse(argument))
        .getMessage();
  }
}
