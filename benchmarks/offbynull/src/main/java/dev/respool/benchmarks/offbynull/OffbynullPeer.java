package dev.respool.benchmarks.offbynull;

import com.offbynull.coroutines.user.CoroutineReader;
import com.offbynull.coroutines.user.CoroutineRunner;
import com.offbynull.coroutines.user.CoroutineWriter;
import dev.respool.benchmarks.IntSource;
import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Tree;
import java.util.List;

/** Coroutines by offbynull: the continuation goes from method to method as a parameter. */
public final class OffbynullPeer implements Peer {
  private static final int POLLUTION = 5_000;

  /** Creates the peer. */
  public OffbynullPeer() {}

  @Override
  public String name() {
    return "offbynull";
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
    CoroutineRunner runner = new CoroutineRunner(new Parking(depth));
    runner.execute();
    return runner;
  }

  @Override
  public byte[] save(Object parked) {
    return new CoroutineWriter().write((CoroutineRunner) parked);
  }

  @Override
  public Object restore(byte[] saved) {
    return new CoroutineReader().read(saved);
  }

  @Override
  public int finish(Object parked) {
    CoroutineRunner runner = (CoroutineRunner) parked;
    runner.execute();
    return ((Parking) runner.getCoroutine()).sum();
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
