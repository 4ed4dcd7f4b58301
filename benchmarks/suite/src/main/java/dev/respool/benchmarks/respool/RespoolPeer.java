package dev.respool.benchmarks.respool;

import dev.respool.CloseableIntIterator;
import dev.respool.Coroutine;
import dev.respool.IntGenerator;
import dev.respool.IntYielder;
import dev.respool.Suspendable;
import dev.respool.benchmarks.IntSource;
import dev.respool.benchmarks.Ordinary;
import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Tree;
import dev.respool.benchmarks.respool.kinds.Kinds;
import dev.respool.benchmarks.respool.ordinary.Program;
import dev.respool.benchmarks.respool.ordinary.Programs;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotPolicy;
import java.util.function.IntSupplier;

/** Respool: generators of ints, and coroutines with a scheduler made by hand. */
public final class RespoolPeer implements Peer {
  /** The peer; every JVM can run it. */
  public RespoolPeer() {}

  @Override
  public String name() {
    return "respool";
  }

  @Override
  public IntSource generator(int depth) {
    IntGenerator ints =
        depth == 1
            ? IntGenerator.of(RespoolPeer::count)
            : IntGenerator.of(g -> generate(g, depth - 1));
    return new Ints(ints.iterator());
  }

  private record Ints(CloseableIntIterator run) implements IntSource {
    @Override
    public int next() {
      return run.nextInt();
    }

    @Override
    public void close() {
      run.close();
    }
  }

  @Suspendable
  private static void count(IntYielder g) {
    for (int i = 0; ; i++) {
      g.yield(i);
    }
  }

  @Suspendable
  private static int generate(IntYielder g, int depth) {
    if (depth > 1) {
      return generate(g, depth - 1) + depth;
    }
    for (int i = 0; ; i++) {
      g.yield(i);
    }
  }

  @Override
  public int walk(Tree root) {
    CloseableIntIterator walk = IntGenerator.of(g -> visit(g, root)).iterator();
    int hash = 0;
    while (walk.hasNext()) {
      hash = 31 * hash + walk.nextInt();
    }
    return hash;
  }

  @Suspendable
  private static void visit(IntYielder g, Tree node) {
    if (node != null) {
      visit(g, node.left);
      g.yield(node.value);
      visit(g, node.right);
    }
  }

  @Override
  public int fib(int n) {
    return Coroutine.<Object, Integer>create(first -> fibonacci(n)).resume();
  }

  @Suspendable
  private static int fibonacci(int n) {
    if (n < 0) {
      Coroutine.yield(n);
    }
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  @Override
  public int loop(int n) {
    return Coroutine.<Object, Integer>create(first -> sum(n)).resume();
  }

  @Suspendable
  private static int sum(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += small(i);
    }
    return sum;
  }

  @Suspendable
  private static int small(int i) {
    if (i < 0) {
      Coroutine.yield(i);
    }
    return i ^ 0x55;
  }

  @Override
  public IntSupplier ordinary(Ordinary program) {
    Program ready = Programs.of(program);
    return () -> Coroutine.<Object, Integer>create(first -> ready.run()).resume();
  }

  @Override
  public int createAndFinish(int x) {
    return Coroutine.<Integer, Integer>create(first -> first + 1).resume(x);
  }

  @Override
  public int createAndYield(int x) {
    Coroutine<Integer, Integer> coroutine =
        Coroutine.create(
            first -> {
              Coroutine.yield(first);
              return first + 1;
            });
    return coroutine.resume(x) + coroutine.resume();
  }

  @Override
  public Object park(int depth) {
    Coroutine<Object, Integer> coroutine =
        Coroutine.create(
            first -> {
              int below = 0;
              if (depth > 1) {
                below = descend(depth - 1);
              } else {
                Coroutine.yield();
              }
              return below + depth;
            });
    coroutine.resume();
    return coroutine;
  }

  @Suspendable
  private static int descend(int depth) {
    int below = 0;
    if (depth > 1) {
      below = descend(depth - 1);
    } else {
      Coroutine.yield();
    }
    return below + depth;
  }

  @Override
  public byte[] save(Object parked) {
    return Snapshot.of((Coroutine<?, ?>) parked).toBytes();
  }

  @Override
  public Object restore(byte[] saved) {
    return Snapshot.read(saved, SnapshotPolicy.standard()).restore();
  }

  @Override
  public int finish(Object parked) {
    return (Integer) ((Coroutine<?, ?>) parked).resume();
  }

  @Override
  public long skynet(int leaves) {
    return new ChannelPrograms().skynet(leaves);
  }

  @Override
  public int pingPong(int messages) {
    return new ChannelPrograms().pingPong(messages);
  }

  @Override
  public void pollute() {
    Kinds.pollute();
  }
}
