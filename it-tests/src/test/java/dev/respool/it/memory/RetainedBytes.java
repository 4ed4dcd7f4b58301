package dev.respool.it.memory;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import java.lang.ref.Reference;
import java.time.Duration;

/**
 * Fails if a suspended coroutine, or a task of an event loop that sleeps, retains more than it may:
 * a program for {@link SmallHeap}. Its arguments are which of the two, the number of activations,
 * each of which has one int, and the bytes.
 */
public final class RetainedBytes {
  private static final int COUNT = 100_000;
  private static final Duration LONG = Duration.ofDays(1);

  private RetainedBytes() {}

  /** Prints what one retains. */
  public static void main(String[] arguments) {
    boolean tasks = arguments[0].equals("task");
    int depth = Integer.parseInt(arguments[1]);
    Object[] first = suspend(new Object[1], tasks, depth); // loads what the others need
    Object[] kept = new Object[COUNT];
    long before = used();
    suspend(kept, tasks, depth);
    double bytes = (double) (used() - before) / COUNT;
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(kept);
    System.out.println(bytes + " bytes at depth " + depth);
    if (bytes > Integer.parseInt(arguments[2])) {
      throw new AssertionError("more than " + arguments[2]);
    }
  }

  private static Object[] suspend(Object[] kept, boolean tasks, int depth) {
    if (tasks) {
      park(kept, depth);
      return kept;
    }
    for (int i = 0; i < kept.length; i++) {
      Coroutine<Object, Object> co = Coroutine.create(first -> depth + sum(depth - 1));
      co.resume();
      kept[i] = co;
    }
    return kept;
  }

  private static void park(Object[] kept, int depth) {
    EventLoop loop = EventLoop.create();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = loop.spawn(() -> depth + sleep(depth - 1));
    }
    loop.runPending();
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

  @Suspendable
  private static int sleep(int depth) {
    if (depth <= 1) {
      Tasks.sleep(LONG);
    } else {
      return depth + sleep(depth - 1);
    }
    return depth;
  }
}
