package dev.respool.benchmarks.quasar;

import dev.respool.benchmarks.IntSource;
import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Tree;
import java.util.List;

/**
 * Coroutines by Quasar: its fibers on the calling thread. Quasar 0.8.0 reaches into {@code
 * java.lang.Thread} by the names of its fields, so it runs on JDK 17 but not on 25, and only if
 * {@code java.lang} is opened to it.
 */
public final class QuasarPeer implements Peer {
  private static final int POLLUTION = 5_000;
  private static final String NEEDS =
      "Quasar 0.8.0 needs JDK 17 and --add-opens java.base/java.lang=ALL-UNNAMED";

  /**
   * Creates the peer.
   *
   * @throws UnsupportedOperationException if fibers cannot be made on this JVM
   */
  public QuasarPeer() {
    System.setProperty("co.paralleluniverse.fibers.disableAgentWarning", "true");
    try {
      createAndFinish(0);
    } catch (AssertionError | LinkageError e) {
      throw new UnsupportedOperationException(NEEDS + "; " + e.getMessage());
    }
  }

  @Override
  public String name() {
    return "quasar";
  }

  @Override
  public IntSource generator(int depth) {
    return new Counting(depth);
  }

  @Override
  public int walk(Tree root) {
    Walking walking = new Walking(root);
    int hash = 0;
    while (walking.advance()) {
      hash = 31 * hash + walking.value;
    }
    return hash;
  }

  @Override
  public int fib(int n) {
    return new Computing.Fib(n).result();
  }

  @Override
  public int loop(int n) {
    return new Computing.Loop(n).result();
  }

  @Override
  public int createAndFinish(int x) {
    return new Computing.Increment(x).result();
  }

  @Override
  public int createAndYield(int x) {
    Routine routine = new Computing.YieldThenIncrement(x);
    routine.advance();
    int yielded = routine.value;
    routine.advance();
    return yielded + routine.value;
  }

  @Override
  public Object park(int depth) {
    Parking parking = new Parking(depth);
    parking.advance();
    return parking;
  }

  @Override
  public long skynet(int leaves) {
    return SkynetNode.sum(leaves);
  }

  @Override
  public int pingPong(int messages) {
    return PingPong.last(messages);
  }

  @Override
  public void pollute() {
    List<Routine> shapes = Shapes.copies();
    for (int round = 0; round < POLLUTION; round++) {
      shapes.forEach(Routine::advance);
    }
  }
}
