package dev.respool.it.memory;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.lang.ref.Reference;

/**
 * Fails if a suspended coroutine retains more than it may: a program for {@link SmallHeap}. Its
 * arguments are the number of activations, each of which has one int, and the bytes.
 */
public final class RetainedBytes {
  private static final int COUNT = 100_000;

  private RetainedBytes() {}

  /** Prints what one retains. */
  public static void main(String[] arguments) {
    int depth = Integer.parseInt(arguments[0]);
    Object[] first = suspend(new Object[1], depth); // loads what the others need
    Object[] kept = new Object[COUNT];
    long before = used();
    suspend(kept, depth);
    double bytes = (double) (used() - before) / COUNT;
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(kept);
    System.out.println(bytes + " bytes at depth " + depth);
    if (bytes > Integer.parseInt(arguments[1])) {
      throw new AssertionError("more than " + arguments[1]);
    }
  }

  private static Object[] suspend(Object[] kept, int depth) {
    for (int i = 0; i < kept.length; i++) {
      Coroutine<Object, Object> co = Coroutine.create(first -> depth + sum(depth - 1));
      co.resume();
      kept[i] = co;
    }
    return kept;
  }

  private static long used() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Suspendable
  private static int sum(int depth) {
    if (depth == 1) {
      Coroutine.yield();
    } else {
      return depth + sum(depth - 1);
    }
    return depth;
  }
}
