package dev.respool.benchmarks.scale;

import dev.respool.benchmarks.fork.Extent;
import dev.respool.benchmarks.fork.Figure;
import dev.respool.benchmarks.fork.Figures;
import dev.respool.benchmarks.fork.Fork;
import dev.respool.benchmarks.fork.Told;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures event loops with many coroutines. */
public final class Scale {
  private static final List<String> PEERS = List.of("respool-loop", "threads", "kotlinx");
  private static final int WARM_UPS = 2;
  private static final int FORKS_WHEN_FULL = 3;

  private Scale() {}

  /**
   * Measures the peers that can run here.
   *
   * @param arguments the file to write, then {@code quick}, {@code full} or {@code tiny}, then, if
   *     not all of them, the peers
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Figures figures = new Figures(arguments);
    Extent extent = Extent.of(arguments);
    List<String> peers = Stream.of(arguments).skip(2).toList();
    for (String peer : peers.isEmpty() ? PEERS : peers) {
      if (canRun(peer)) {
        for (ScaleQuestion question : ScaleQuestion.values()) {
          figures.ask(question + " of " + peer, () -> measure(question, peer, extent, figures));
        }
      }
    }
    figures.end();
  }

  private static boolean canRun(String peer) {
    try {
      return ScaleQuestion.peer(peer) != null;
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      return false;
    }
  }

  private static void measure(ScaleQuestion question, String peer, Extent extent, Figures figures) {
    int size = question.size(extent);
    Fork fork =
        Fork.likeThisJvm(ScaleRun.class, question, peer, size, WARM_UPS, extent.repetitions())
            .with(ThreadScale.ONE_CARRIER.toArray(String[]::new))
            .with("-Xms4g", "-Xmx4g");
    List<Double> elapsed = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    int forks = extent == Extent.FULL ? FORKS_WHEN_FULL : 1;
    for (int i = 0; i < forks; i++) {
      Told told = fork.run();
      told.all("elapsed").forEach(time -> elapsed.add(question.inUnit(time, size)));
      told.all("processor").forEach(time -> processor.add(question.inUnit(time, size)));
    }
    Map<String, String> parameters = Map.of("peer", peer, "size", String.valueOf(size));
    String title = "scale." + question.title();
    String unit = question.unit();
    figures.add(new Figure(title, parameters, unit, elapsed, fork.options()));
    figures.add(new Figure(title + ".processor", parameters, unit, processor, fork.options()));
  }
}
