package dev.respool.benchmarks.tool;

import dev.respool.Coroutine;
import dev.respool.benchmarks.fork.Extent;
import dev.respool.benchmarks.fork.Figure;
import dev.respool.benchmarks.fork.Figures;
import dev.respool.benchmarks.fork.Fork;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much longer a program of many classes takes with the agent than without, from the start of
 * its JVM to its end. Both run in turn. The agent's jar is told by the system property {@code
 * respool.agent}.
 */
final class AgentStart {
  private static final int CLASSES = 5_000;
  private static final int RUNS_OF_A_REPETITION = 4;

  private final List<String> options;
  private final Path classes;
  private String expected;

  private AgentStart(List<String> options, Path classes) {
    this.options = options;
    this.classes = classes;
  }

  static void measure(Extent extent, Figures figures) {
    String agent = System.getProperty("respool.agent");
    if (agent == null) {
      System.err.println("no start with the agent: -Drespool.agent=JAR does not say where it is");
    } else {
      figures.ask(
          "start with the agent", () -> measure(List.of("-javaagent:" + agent), extent, figures));
    }
  }

  private static void measure(List<String> options, Extent extent, Figures figures)
      throws IOException {
    int count = extent.of(CLASSES);
    Path classes = Application.compile(count);
    try {
      new AgentStart(options, classes).measure(count, extent, figures);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Sources.delete(classes);
    }
  }

  private void measure(int count, Extent extent, Figures figures)
      throws IOException, InterruptedException {
    milliseconds(List.of()); // the files are read for the first time
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    List<Double> added = new ArrayList<>();
    for (int i = 0; i < extent.repetitions() * RUNS_OF_A_REPETITION; i++) {
      without.add(milliseconds(List.of()));
      with.add(milliseconds(options));
      added.add(with.get(i) - without.get(i));
    }
    Map<String, String> parameters = Map.of("classes", String.valueOf(count));
    figures.add(new Figure("tool.Start.plain", parameters, "ms", without, List.of()));
    figures.add(new Figure("tool.Start.agent", parameters, "ms", with, options));
    figures.add(new Figure("tool.Start.added", parameters, "ms", added, options));
  }

  private double milliseconds(List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Fork.java().toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", classes + File.pathSeparator + runtime(), Application.MAIN));
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    long end = System.nanoTime();
    check(code, output);
    return (end - start) / 1e6;
  }

  /** The program prints one number, always the same. */
  private void check(int code, String output) {
    expected = expected == null ? output : expected;
    if (code != 0 || !output.equals(expected)) {
      throw new IllegalStateException("the program printed " + output + ", before " + expected);
    }
  }

  private static Path runtime() {
    Path runtime =
        Path.of(Coroutine.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    if (!Files.exists(runtime)) {
      throw new IllegalStateException("no runtime at " + runtime);
    }
    return runtime;
  }
}
