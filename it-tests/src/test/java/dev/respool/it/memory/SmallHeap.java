package dev.respool.it.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.compiler.Compilation;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ResourceBytes;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program in a JVM of its own, whose heap has a limit. The program is transformed beforehand, so
 * that its heap holds nothing but the runtime and what the program makes.
 */
final class SmallHeap {
  /** The exit status of a JVM that ran out of memory. */
  static final int OUT_OF_MEMORY = 3;

  private static final long TIMEOUT_SECONDS = 60;

  private final Path directory;
  private final Class<?> program;

  /**
   * Transforms a program, a top-level class with all that is nested in it.
   *
   * @param directory gets the class files and what the JVM prints
   */
  SmallHeap(Path directory, Class<?> program) throws IOException, URISyntaxException {
    this.directory = directory;
    this.program = program;
    Path classes = location(program).resolve(program.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.filter(this::isOwn).toList()) {
        transform(file);
      }
    }
  }

  private boolean isOwn(Path file) {
    return file.getFileName().toString().matches(program.getSimpleName() + "(\\$.*)?\\.class");
  }

  private void transform(Path file) throws IOException {
    byte[] original = Files.readAllBytes(file);
    Compilation compilation = new Compiler(new ResourceBytes(), Patterns.none()).compile(original);
    assertEquals(List.of(), compilation.refusals());
    Path folder = directory.resolve(program.getPackageName().replace('.', '/'));
    Files.createDirectories(folder);
    Files.write(folder.resolve(file.getFileName()), compilation.bytes().orElse(original));
  }

  private static Path location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** The program ends as it should with a heap of this many MB. */
  void assertRuns(int megabytes, String... arguments) throws Exception {
    assertExit(0, megabytes, arguments);
  }

  /** The program runs out of memory with a heap of this many MB. */
  void assertRunsOutOfMemory(int megabytes, String... arguments) throws Exception {
    assertExit(OUT_OF_MEMORY, megabytes, arguments);
  }

  /** What the program prints with these options of the JVM, if it ends as it should. */
  String prints(List<String> options, String... arguments) throws Exception {
    return assertExit(0, options, arguments);
  }

  private void assertExit(int expected, int megabytes, String... arguments) throws Exception {
    assertExit(
        expected, List.of("-Xmx" + megabytes + "m", "-XX:+ExitOnOutOfMemoryError"), arguments);
  }

  private String assertExit(int expected, List<String> options, String... arguments)
      throws Exception {
    Path printed = directory.resolve("printed.txt");
    Process process =
        new ProcessBuilder(command(options, arguments))
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    String output = Files.readString(printed);
    assertEquals(expected, process.exitValue(), output);
    return output;
  }

  private List<String> command(List<String> options, String... arguments)
      throws URISyntaxException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-XX:-UsePerfData");
    command.add("-XX:ErrorFile=" + directory.resolve("hs_err.log"));
    command.add("-cp");
    command.add(directory + File.pathSeparator + location(Coroutine.class));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
