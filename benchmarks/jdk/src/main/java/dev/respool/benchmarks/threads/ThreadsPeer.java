package dev.respool.benchmarks.threads;

import dev.respool.benchmarks.IntSource;
import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Tree;
import dev.respool.benchmarks.stackful.ChannelPrograms;
import dev.respool.benchmarks.stackful.StackKinds;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Virtual threads on a run queue. */
public final class ThreadsPeer implements Peer {
  private static final int POLLUTING_ELEMENTS = 20_000;

  private final RunQueue queue = new RunQueue();

  /** The peer, if this JVM's virtual threads can be given a scheduler. */
  public ThreadsPeer() {}

  @Override
  public String name() {
    return "threads";
  }

  @Override
  public IntSource generator(int depth) {
    return new ThreadGenerator(
        queue, depth == 1 ? ThreadsPeer::count : g -> generate(g, depth - 1));
  }

  private static void count(ThreadGenerator g) {
    for (int i = 0; ; i++) {
      g.accept(i);
    }
  }

  private static int generate(ThreadGenerator g, int depth) {
    if (depth > 1) {
      return generate(g, depth - 1) + depth;
    }
    for (int i = 0; ; i++) {
      g.accept(i);
    }
  }

  @Override
  public int walk(Tree root) {
    ThreadGenerator walk = new ThreadGenerator(queue, g -> visit(g, root));
    int hash = 0;
    for (int value = walk.next(); !walk.ended(); value = walk.next()) {
      hash = 31 * hash + value;
    }
    return hash;
  }

  private static void visit(ThreadGenerator g, Tree node) {
    if (node != null) {
      visit(g, node.left);
      g.accept(node.value);
      visit(g, node.right);
    }
  }

  @Override
  public int fib(int n) {
    return inThread(() -> fibonacci(n));
  }

  private static int fibonacci(int n) {
    if (n < 0) {
      LockSupport.park();
    }
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  @Override
  public int loop(int n) {
    return inThread(() -> sum(n));
  }

  private static int sum(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += small(i);
    }
    return sum;
  }

  private static int small(int i) {
    if (i < 0) {
      LockSupport.park();
    }
    return i ^ 0x55;
  }

  @Override
  public int createAndFinish(int x) {
    return inThread(() -> x + 1);
  }

  private int inThread(IntSource body) {
    int[] result = new int[1];
    queue.spawn(() -> result[0] = body.next());
    queue.run();
    return result[0];
  }

  @Override
  public int createAndYield(int x) {
    int[] result = new int[1];
    Thread thread =
        queue.start(
            () -> {
              result[0] = x;
              LockSupport.park();
              result[0] = x + 1;
            });
    queue.run();
    int yielded = result[0];
    queue.wake(thread);
    queue.run();
    return yielded + result[0];
  }

  @Override
  public Object park(int depth) {
    Thread thread = queue.start(() -> descend(depth));
    queue.run();
    return thread;
  }

  private static int descend(int depth) {
    int below = 0;
    if (depth > 1) {
      below = descend(depth - 1);
    } else {
      LockSupport.park();
    }
    return below + depth;
  }

  @Override
  public long skynet(int leaves) {
    return new ChannelPrograms(queue).skynet(leaves);
  }

  @Override
  public int pingPong(int messages) {
    return new ChannelPrograms(queue).pingPong(messages);
  }

  @Override
  public void pollute() {
    for (Consumer<IntConsumer> kind : StackKinds.all()) {
      try (IntSource source = new ThreadGenerator(queue, kind)) {
        for (int i = 0; i < POLLUTING_ELEMENTS; i++) {
          source.next();
        }
      }
    }
  }
}
