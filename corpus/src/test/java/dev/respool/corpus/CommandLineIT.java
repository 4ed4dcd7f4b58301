package dev.respool.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the runnable jar says, and its exit codes. */
class CommandLineIT {
  private static final String JAR = System.getProperty("corpus.jar");

  @TempDir private Path directory;

  private record Result(int status, String output) {}

  private static Result run(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(List.of("-jar", JAR));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Result(process.exitValue(), output);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                 Usage:",
    "verify,             Usage:",
    "verify --fast jdk,  Usage:",
    "verify --monitors give jdk, Usage:",
    "prove some.jar,     Usage:",
    "mutate many 1 jdk,  Usage:",
    "verify no.jar,      no.jar: no such jar",
    "verify jdk no.such, no.such: no such module in this JDK"
  })
  void what_cannot_be_done_is_told_with_exit_code_2(String arguments, String expected)
      throws Exception {
    Result result = run(arguments.isEmpty() ? List.of() : List.of(arguments.split(" ")));
    assertEquals(2, result.status(), result.output());
    assertTrue(result.output().contains(expected), result.output());
  }

  @Test
  void a_file_that_is_no_jar_is_named() throws Exception {
    Path file = Files.writeString(directory.resolve("broken.jar"), "no zip");
    Result result = run(List.of("verify", file.toString()));
    assertEquals(2, result.status(), result.output());
    assertTrue(result.output().contains("broken.jar: no jar"), result.output());
  }

  @Test
  void a_jar_whose_classes_verify_ends_with_0_and_is_recorded() throws Exception {
    Path record = directory.resolve("figures.txt");
    Result result = run(List.of("verify", "--record", record.toString(), junit()));
    assertEquals(0, result.status(), result.output());
    assertTrue(result.output().contains("FAILURES                                  0"));
    assertTrue(Files.readString(record).contains("classes="), Files.readString(record));
  }

  /** JUnit's annotations and extension points: small. */
  private static String junit() {
    return Test.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }
}
