package dev.respool.benchmarks.respool;

import dev.respool.CloseableIntIterator;
import dev.respool.CloseableIterator;
import dev.respool.Generator;
import dev.respool.IntGenerator;
import dev.respool.IntGeneratorBody;
import dev.respool.IntYielder;
import dev.respool.Suspendable;
import dev.respool.Yielder;
import dev.respool.benchmarks.IntSource;
import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Tree;
import dev.respool.benchmarks.respool.kinds.Kinds;

/**
 * Respool's generators where {@link RespoolPeer} has something faster or other: of boxed elements
 * in place of ints, and made and ended in place of coroutines.
 */
public final class RespoolGeneratorPeer implements Peer {
  /** The peer; every JVM can run it. */
  public RespoolGeneratorPeer() {}

  @Override
  public String name() {
    return "respool-generator";
  }

  @Override
  public IntSource generator(int depth) {
    Generator<Integer> integers =
        depth == 1
            ? Generator.of(RespoolGeneratorPeer::count)
            : Generator.of(g -> generate(g, depth - 1));
    return new Integers(integers.iterator());
  }

  private record Integers(CloseableIterator<Integer> run) implements IntSource {
    @Override
    public int next() {
      return run.next();
    }

    @Override
    public void close() {
      run.close();
    }
  }

  @Suspendable
  private static void count(Yielder<Integer> g) {
    for (int i = 0; ; i++) {
      g.yield(i);
    }
  }

  @Suspendable
  private static int generate(Yielder<Integer> g, int depth) {
    if (depth > 1) {
      return generate(g, depth - 1) + depth;
    }
    for (int i = 0; ; i++) {
      g.yield(i);
    }
  }

  @Override
  public int walk(Tree root) {
    int hash = 0;
    for (int value : Generator.<Integer>of(g -> visit(g, root))) {
      hash = 31 * hash + value;
    }
    return hash;
  }

  @Suspendable
  private static void visit(Yielder<Integer> g, Tree node) {
    if (node != null) {
      visit(g, node.left);
      g.yield(node.value);
      visit(g, node.right);
    }
  }

  /** Yields as often as it is told, and leaves a result behind. */
  private static final class Once implements IntGeneratorBody {
    private final int x;
    private final boolean yields;
    private int result;

    Once(int x, boolean yields) {
      this.x = x;
      this.yields = yields;
    }

    @Override
    @Suspendable
    public void run(IntYielder g) {
      if (yields) {
        g.yield(x);
      }
      result = x + 1;
    }
  }

  @Override
  public int createAndFinish(int x) {
    Once once = new Once(x, false);
    return IntGenerator.of(once).iterator().hasNext() ? -1 : once.result;
  }

  @Override
  public int createAndYield(int x) {
    Once once = new Once(x, true);
    CloseableIntIterator run = IntGenerator.of(once).iterator();
    int yielded = run.nextInt();
    return run.hasNext() ? -1 : yielded + once.result;
  }

  @Override
  public Object park(int depth) {
    CloseableIntIterator run =
        IntGenerator.of(
                g -> {
                  if (depth > 1) {
                    g.yield(descend(g, depth - 1) + depth);
                  } else {
                    g.yield(0);
                    g.yield(depth);
                  }
                })
            .iterator();
    run.nextInt();
    return run;
  }

  @Suspendable
  private static int descend(IntYielder g, int depth) {
    int below = 0;
    if (depth > 1) {
      below = descend(g, depth - 1);
    } else {
      g.yield(0);
    }
    return below + depth;
  }

  @Override
  public void pollute() {
    Kinds.pollute();
  }
}
