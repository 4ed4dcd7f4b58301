package dev.respool.examples;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * An event loop made by hand: a queue of coroutines that can go on, and those that sleep by the
 * time at which they wake. It runs on a clock of its own, so an hour of sleep takes no time. {@code
 * dev.respool.loop} is such a loop with files, sockets and the real time.
 */
public final class HandMadeLoop {
  private record Sleeper(long wakeAt, long order, Coroutine<Object, Object> coroutine)
      implements Comparable<Sleeper> {
    @Override
    public int compareTo(Sleeper other) {
      return wakeAt != other.wakeAt
          ? Long.compare(wakeAt, other.wakeAt)
          : Long.compare(order, other.order);
    }
  }

  private final Queue<Coroutine<Object, Object>> ready = new ArrayDeque<>();
  private final Queue<Sleeper> sleeping = new PriorityQueue<>();
  private long now;
  private long order;

  private HandMadeLoop() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    HandMadeLoop loop = new HandMadeLoop();
    loop.ready.add(Coroutine.create(() -> loop.work(out, "tea", 3, 20)));
    loop.ready.add(Coroutine.create(() -> loop.work(out, "eggs", 2, 35)));
    loop.runUntilDone();
    out.println("done at minute " + loop.now);
  }

  @Suspendable
  private void work(PrintStream out, String name, int steps, long minutes) {
    for (int step = 1; step <= steps; step++) {
      sleep(minutes);
      out.println("minute " + now + ": " + name + " " + step);
    }
  }

  /** What a coroutine yields is how long it wants to sleep. */
  @Suspendable
  private static void sleep(long minutes) {
    Coroutine.yield(minutes);
  }

  private void runUntilDone() {
    while (!ready.isEmpty() || !sleeping.isEmpty()) {
      if (ready.isEmpty()) {
        now = sleeping.element().wakeAt();
        ready.add(sleeping.remove().coroutine());
      }
      step(ready.remove());
    }
  }

  private void step(Coroutine<Object, Object> coroutine) {
    Object minutes = coroutine.resume();
    if (!coroutine.isDone()) {
      sleeping.add(new Sleeper(now + (Long) minutes, order++, coroutine));
    }
  }
}
