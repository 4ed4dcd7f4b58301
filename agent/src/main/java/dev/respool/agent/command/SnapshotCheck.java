package dev.respool.agent.command;

import dev.respool.agent.TransformedClasses;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Tells what becomes of stored snapshots under the classes of a program, before these are deployed.
 *
 * <p>The classes may be instrumented or not; the latter are transformed as the agent would do it.
 * The runtime on the program's class path decides, by the code that restores a snapshot. No class
 * of the program is initialised.
 */
public final class SnapshotCheck implements Closeable {
  /** How a snapshot begins. */
  private static final byte[] MAGIC = "RSPL".getBytes(StandardCharsets.US_ASCII);

  private final TransformedClasses classes;

  /** What becomes of a snapshot. */
  public enum Outcome {
    /** All of its frames go on in the code that they were saved of, or move into newer code. */
    CONTINUES,
    /** Some of its frames need their old class files. */
    NEEDS_PIN,
    /** No code can continue some of its frames, or it cannot be read. */
    FAILS
  }

  /**
   * How many files there were.
   *
   * @param continuing snapshots that continue
   * @param pins snapshots that need a pin
   * @param failures snapshots that fail
   * @param others files that are no snapshots
   */
  public record Counts(int continuing, int pins, int failures, int others) {
    /** One line. */
    @Override
    public String toString() {
      int all = continuing + pins + failures;
      return String.format(
          "snapshots: %d (can go on: %d, need a pin: %d, fail: %d), other files: %d",
          all, continuing, pins, failures, others);
    }
  }

  /**
   * Opens a program.
   *
   * @param classPath its directories and jars, with the runtime among them; what does not exist is
   *     left out
   * @param agentOptions those that the agent will have, as behind {@code
   *     -javaagent:respool-agent.jar=}; may be empty
   * @throws dev.respool.agent.InvalidOptionException if the options cannot be understood
   */
  public SnapshotCheck(List<Path> classPath, String agentOptions) {
    URL[] urls = classPath.stream().map(SnapshotCheck::url).toArray(URL[]::new);
    this.classes = new TransformedClasses(urls, agentOptions);
  }

  private static URL url(Path element) {
    try {
      return element.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(element + " cannot be on a class path", e);
    }
  }

  /**
   * Looks at every file below a directory; links to directories are not followed.
   *
   * @param directory with the snapshots, or one of them
   * @param report gets the outcome of each snapshot and the text that explains it, in the order of
   *     the file names
   * @return how many there were
   * @throws IllegalArgumentException if the class path has no runtime that can tell
   * @throws IOException if a file cannot be read
   */
  public Counts run(Path directory, BiConsumer<Outcome, String> report) throws IOException {
    ProgramRuntime runtime = new ProgramRuntime(classes);
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    Path root = directory.toRealPath();
    Path base = Files.isDirectory(root) ? root : root.getParent();
    List<Path> files = files(root);
    for (Path file : files) {
      if (isSnapshot(file)) {
        ProgramRuntime.Answer answer = runtime.preview(Files.readAllBytes(file));
        counts.merge(answer.outcome(), 1, Integer::sum);
        report.accept(answer.outcome(), base.relativize(file) + ": " + answer.text());
      }
    }
    int snapshots = counts.values().stream().mapToInt(Integer::intValue).sum();
    return new Counts(
        counts.getOrDefault(Outcome.CONTINUES, 0),
        counts.getOrDefault(Outcome.NEEDS_PIN, 0),
        counts.getOrDefault(Outcome.FAILS, 0),
        files.size() - snapshots);
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isSnapshot(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(MAGIC, in.readNBytes(MAGIC.length));
    }
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }
}
