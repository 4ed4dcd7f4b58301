package dev.respool.it.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line of a JVM, by default like the one that runs the tests, put together and run. */
final class ForkedJvm {
  static final Path AGENT = jar("respool.agent.jar");
  static final Path RUNTIME = jar("respool.runtime.jar");

  private static final long TIMEOUT_SECONDS = 180;

  private final Path directory;
  private final List<String> options = new ArrayList<>();

  /**
   * A JVM that verifies every class.
   *
   * @param directory gets the files with what the JVM prints
   */
  ForkedJvm(Path directory) {
    this(directory, Path.of(System.getProperty("java.home")));
  }

  /**
   * The same of another JDK.
   *
   * @param home where the JDK is
   */
  ForkedJvm(Path directory, Path home) {
    this.directory = directory;
    options.add(home.resolve("bin").resolve("java").toString());
    options.add("-Xverify:all");
    options.add("-XX:-UsePerfData");
    options.add("-XX:-CreateCoredumpOnCrash");
    options.add("-XX:ErrorFile=" + directory.resolve("hs_err.log"));
  }

  /** How a JVM ended and what it printed; the warning about {@code -Xverify} is left out. */
  record Result(int status, String out, String err) {}

  private static Path jar(String property) {
    Path jar = Path.of(System.getProperty(property, ""));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          "system property " + property + " names no jar ('" + jar + "'): run mvn verify");
    }
    return jar.toAbsolutePath().normalize();
  }

  /** Respool's agent. */
  ForkedJvm agent(String argument) {
    return option("-javaagent:" + AGENT + (argument.isEmpty() ? "" : "=" + argument));
  }

  ForkedJvm option(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** The class path; the runtime is put behind it. */
  ForkedJvm classPath(Path... elements) {
    StringBuilder text = new StringBuilder();
    for (Path element : elements) {
      text.append(element).append(File.pathSeparator);
    }
    return option("-cp", text.append(RUNTIME).toString());
  }

  /** Starts it and waits for its end. */
  Result run(String... mainAndArguments) throws IOException, InterruptedException {
    Process process = start(mainAndArguments);
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError(
          "timeout: " + options + "\n" + Files.readString(out) + Files.readString(err));
    }
    return new Result(process.exitValue(), text(out), text(err));
  }

  /** Starts it; whoever calls this has to end it. */
  Process start(String... mainAndArguments) throws IOException {
    return new ProcessBuilder(option(mainAndArguments).options)
        .redirectOutput(directory.resolve("out.txt").toFile())
        .redirectError(directory.resolve("err.txt").toFile())
        .start();
  }

  private static String text(Path file) throws IOException {
    List<String> lines = Files.readString(file).lines().filter(ForkedJvm::isOurs).toList();
    return String.join("\n", lines);
  }

  private static boolean isOurs(String line) {
    return !line.contains("Options -Xverify") && !line.startsWith("Picked up ");
  }
}
