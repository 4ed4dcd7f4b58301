package dev.respool.corpus.proof;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of the same JDK.
 *
 * @param directory that it works in
 * @param log gets what it prints
 */
record ChildJvm(Path directory, Path log) {
  private static final Duration LIMIT = Duration.ofHours(3);

  /**
   * @return its exit code
   * @throws IOException if it does not end
   */
  int run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(arguments);
    Files.createDirectories(log.getParent());
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("no end within " + LIMIT.toHours() + " hours: " + command);
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
