package dev.respool.benchmarks.loom;

import dev.respool.benchmarks.IntSource;
import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Tree;
import dev.respool.benchmarks.stackful.ChannelPrograms;
import dev.respool.benchmarks.stackful.StackKinds;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** The JDK's continuation. */
public final class LoomPeer implements Peer {
  private static final int POLLUTING_ELEMENTS = 20_000;

  /** The peer, if this JVM has continuations and lets them be used. */
  public LoomPeer() {
    Continuations.create(() -> {});
  }

  @Override
  public String name() {
    return "loom";
  }

  @Override
  public IntSource generator(int depth) {
    return new LoomGenerator(depth == 1 ? LoomPeer::count : g -> generate(g, depth - 1));
  }

  private static void count(LoomGenerator g) {
    for (int i = 0; ; i++) {
      g.accept(i);
    }
  }

  private static int generate(LoomGenerator g, int depth) {
    if (depth > 1) {
      return generate(g, depth - 1) + depth;
    }
    for (int i = 0; ; i++) {
      g.accept(i);
    }
  }

  @Override
  public int walk(Tree root) {
    LoomGenerator walk = new LoomGenerator(g -> visit(g, root));
    int hash = 0;
    for (int value = walk.next(); !walk.ended(); value = walk.next()) {
      hash = 31 * hash + value;
    }
    return hash;
  }

  private static void visit(LoomGenerator g, Tree node) {
    if (node != null) {
      visit(g, node.left);
      g.accept(node.value);
      visit(g, node.right);
    }
  }

  @Override
  public int fib(int n) {
    return new LoomGenerator(g -> g.accept(fibonacci(n))).next();
  }

  private static int fibonacci(int n) {
    if (n < 0) {
      Continuations.suspend();
    }
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  @Override
  public int loop(int n) {
    return new LoomGenerator(g -> g.accept(sum(n))).next();
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
      Continuations.suspend();
    }
    return i ^ 0x55;
  }

  @Override
  public int createAndFinish(int x) {
    Once once = new Once(x, false);
    Continuations.run(Continuations.create(once));
    return once.result();
  }

  @Override
  public int createAndYield(int x) {
    Once once = new Once(x, true);
    Object continuation = Continuations.create(once);
    Continuations.run(continuation);
    int yielded = once.result();
    Continuations.run(continuation);
    return yielded + once.result();
  }

  @Override
  public Object park(int depth) {
    Object continuation = Continuations.create(() -> descend(depth));
    Continuations.run(continuation);
    return continuation;
  }

  private static int descend(int depth) {
    int below = 0;
    if (depth > 1) {
      below = descend(depth - 1);
    } else {
      Continuations.suspend();
    }
    return below + depth;
  }

  @Override
  public long skynet(int leaves) {
    return new ChannelPrograms(new LoomStrands()).skynet(leaves);
  }

  @Override
  public int pingPong(int messages) {
    return new ChannelPrograms(new LoomStrands()).pingPong(messages);
  }

  @Override
  public void pollute() {
    for (Consumer<IntConsumer> kind : StackKinds.all()) {
      IntSource source = new LoomGenerator(kind);
      for (int i = 0; i < POLLUTING_ELEMENTS; i++) {
        source.next();
      }
    }
  }
}
