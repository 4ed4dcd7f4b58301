package dev.respool.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.plan.Monitors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentOptionsTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void without_an_argument_everything_has_its_default(String argument) {
    AgentOptions options = AgentOptions.parse(argument);

    assertFalse(options.suspendable().matches("com/acme/Pump"));
    assertFalse(options.exclude().matches("com/acme/Pump"));
    assertEquals(Monitors.REFUSE, options.monitors());
    assertEquals(Optional.empty(), options.dump());
    assertEquals(Optional.empty(), options.cache());
    assertFalse(options.strict());
    assertFalse(options.verbose());
  }

  @Test
  void every_key_sets_its_own_option() {
    AgentOptions options =
        AgentOptions.parse("suspendable=org.lib.**;com.acme.Pump,exclude=com.x.*,strict=true");

    assertTrue(options.suspendable().matches("org/lib/deep/Walker"));
    assertTrue(options.suspendable().matches("com/acme/Pump"));
    assertFalse(options.suspendable().matches("com/x/Some"));
    assertTrue(options.exclude().matches("com/x/Some"));
    assertTrue(options.strict());
    assertFalse(options.verbose());
    assertTrue(AgentOptions.parse("verbose=true,strict=false").verbose());
    assertEquals(Monitors.RELEASE, AgentOptions.parse("monitors=release").monitors());
    assertTrue(AgentOptions.parse("debug=true").debuggable());
  }

  @Test
  void where_a_debugger_is_expected_the_code_is_for_debuggers_unless_the_user_says_otherwise() {
    assertTrue(AgentOptions.parse("", true).debuggable());
    assertFalse(AgentOptions.parse("debug=false", true).debuggable());
    assertFalse(AgentOptions.parse("", false).debuggable());
  }

  @Test
  void blanks_around_keys_and_values_do_not_count() {
    AgentOptions options = AgentOptions.parse(" exclude = com.acme.Pump , verbose = true ");

    assertTrue(options.exclude().matches("com/acme/Pump"));
    assertTrue(options.verbose());
  }

  @Test
  void the_dump_directory_is_made_and_absolute(@TempDir Path directory) {
    Path dump = directory.resolve("deep/dump");

    assertEquals(Optional.of(dump), AgentOptions.parse("dump=" + dump).dump());
    assertTrue(Files.isDirectory(dump));
    assertTrue(AgentOptions.parse("dump=.").dump().orElseThrow().isAbsolute());
  }

  @Test
  void a_dump_directory_that_is_a_file_is_refused(@TempDir Path directory) throws Exception {
    Path file = Files.createFile(directory.resolve("file"));

    String message = messageFor("dump=" + file);

    assertTrue(message.contains("dump=" + file), message);
    assertTrue(message.contains("the directory cannot be made"), message);
  }

  @Test
  void the_cache_directory_must_be_there(@TempDir Path directory) throws Exception {
    assertEquals(Optional.of(directory), AgentOptions.parse("cache=" + directory).cache());
    for (Path none :
        new Path[] {directory.resolve("none"), Files.createFile(directory.resolve("file"))}) {
      String message = messageFor("cache=" + none);
      assertTrue(message.contains("bad option 'cache=" + none), message);
      assertTrue(message.contains("there is no such directory; make it"), message);
    }
    assertFalse(Files.exists(directory.resolve("none")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          suspendables=a.B       | unknown option 'suspendables' in 'suspendables=a.B'
          Strict=true            | unknown option 'Strict'
          strict=true,           | unknown option ''
          strict                 | option 'strict' has no value
          monitors=Release       | bad option 'monitors=Release': the value must be refuse or release
          exclude=               | option 'exclude' has no value
          strict=true,strict=true| option 'strict' is given twice
          verbose=yes            | bad option 'verbose=yes': the value must be true or false
          strict=TRUE            | bad option 'strict=TRUE'
          suspendable=a/b        | malformed pattern 'a/b'
          exclude=*              | malformed pattern '*'
          """)
  void what_cannot_be_understood_is_named(String argument, String problem) {
    String message = messageFor(argument);

    assertTrue(message.contains(problem), message);
  }

  @Test
  void every_error_lists_every_key() {
    String message = messageFor("x=y");

    for (OptionKey key : OptionKey.values()) {
      assertTrue(message.contains("  " + key.text() + "="), message);
    }
  }

  private static String messageFor(String argument) {
    return assertThrows(InvalidOptionException.class, () -> AgentOptions.parse(argument))
        .getMessage();
  }
}
