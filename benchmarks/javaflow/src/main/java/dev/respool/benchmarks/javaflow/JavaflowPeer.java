package dev.respool.benchmarks.javaflow;

import dev.respool.benchmarks.IntSource;
import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Tree;
import java.util.List;
import org.apache.commons.javaflow.api.Continuation;

/** Coroutines by tascalate-javaflow: continuations that can be resumed once, its faster kind. */
public final class JavaflowPeer implements Peer {
  private static final int POLLUTION = 5_000;

  /** Creates the peer. */
  public JavaflowPeer() {}

  @Override
  public String name() {
    return "javaflow";
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
    return Continuation.startWith(new Parking(depth), true);
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
