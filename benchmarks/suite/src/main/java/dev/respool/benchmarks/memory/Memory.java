package dev.respool.benchmarks.memory;

import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Peers;
import dev.respool.benchmarks.fork.Extent;
import dev.respool.benchmarks.fork.Figure;
import dev.respool.benchmarks.fork.Figures;
import dev.respool.benchmarks.fork.Fork;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures what a parked coroutine retains, at two depths, and what the activations between them
 * do, and how many bytes it has when it is saved: the figures {@code Parked}, {@code Frame} and
 * {@code Saved}.
 */
public final class Memory {
  private static final int DEEP = 10;
  private static final int MOST_SAVED = 1_000;
  private static final int SHALLOW_COUNT = 1_000_000;
  private static final int DEEP_COUNT = 100_000;

  /** Those that can write what is suspended. */
  private static final List<String> SAVED = List.of("plain", "respool", "offbynull");

  private final Extent extent;
  private final Figures figures;

  private Memory(Extent extent, Figures figures) {
    this.extent = extent;
    this.figures = figures;
  }

  /**
   * Measures all peers.
   *
   * @param arguments the file to write, then {@code quick}, {@code full} or {@code tiny}, then, if
   *     not all of them, the peers
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Figures figures = new Figures(arguments);
    Memory memory = new Memory(Extent.of(arguments), figures);
    List<String> peers = Stream.of(arguments).skip(2).toList();
    for (String peer : peers.isEmpty() ? Peers.names() : peers) {
      Optional<String> absence = absence(peer);
      absence.ifPresent(System.err::println);
      if (absence.isEmpty()) {
        figures.ask("memory of " + peer, () -> memory.measure(peer));
      }
    }
    SAVED.forEach(peer -> figures.ask("bytes saved of " + peer, () -> memory.save(peer)));
    figures.end();
  }

  private static Optional<String> absence(String peer) {
    return Peers.whyNot(peer)
        .or(
            () ->
                Peers.has(Peers.named(peer), "park")
                    ? Optional.empty()
                    : Optional.of(peer + " has no means to park"));
  }

  private void measure(String peer) {
    List<Double> shallow = parked(peer, 1, extent.of(SHALLOW_COUNT));
    List<Double> deep = parked(peer, DEEP, extent.of(DEEP_COUNT));
    List<Double> frames =
        IntStream.range(0, shallow.size())
            .mapToObj(i -> (deep.get(i) - shallow.get(i)) / (DEEP - 1))
            .toList();
    figures.add(new Figure("memory.Frame", Map.of("peer", peer), "B", frames, List.of()));
  }

  private void save(String name) {
    Peer peer = Peers.named(name);
    for (int depth = 1; depth <= MOST_SAVED; depth *= DEEP) {
      List<Double> bytes = List.of((double) peer.save(peer.park(depth)).length);
      Map<String, String> parameters = Map.of("peer", name, "depth", String.valueOf(depth));
      figures.add(new Figure("memory.Saved", parameters, "B", bytes, List.of()));
    }
  }

  private List<Double> parked(String peer, int depth, int count) {
    Fork fork =
        Fork.likeThisJvm(ParkedHeap.class, peer, depth, count)
            .with("-XX:-AlwaysPreTouch", "-Xms3g", "-Xmx3g");
    List<Double> bytes =
        Stream.generate(() -> fork.run().one("bytes")).limit(extent.repetitions()).toList();
    Map<String, String> parameters = Map.of("peer", peer, "depth", String.valueOf(depth));
    figures.add(new Figure("memory.Parked", parameters, "B", bytes, fork.options()));
    return bytes;
  }
}
