package dev.respool.benchmarks.respool;

import dev.respool.Suspendable;
import dev.respool.benchmarks.Peer;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.time.Duration;

/** Respool's event loop: tasks, channels and timers. */
public final class RespoolLoopPeer implements Peer {
  private static final Duration LONG = Duration.ofDays(1);

  private final EventLoop loop = EventLoop.create();
  private int result;

  /** The peer; every JVM can run it. */
  public RespoolLoopPeer() {}

  @Override
  public String name() {
    return "respool-loop";
  }

  @Override
  public int createAndFinish(int x) {
    loop.spawn(() -> finish(x));
    loop.runUntilDone();
    return result;
  }

  private void finish(int x) {
    result = x + 1;
  }

  @Override
  public int createAndYield(int x) {
    loop.spawn(() -> yieldOnce(x));
    loop.runUntilDone();
    return result;
  }

  @Suspendable
  private void yieldOnce(int x) {
    int sum = x;
    Tasks.yieldNow();
    result = sum + x + 1;
  }

  /** The task waits for a timer. */
  @Override
  public Object park(int depth) {
    Task<Integer> task = loop.spawn(() -> descend(depth));
    loop.runPending();
    return task;
  }

  @Suspendable
  private static int descend(int depth) {
    int below = 0;
    if (depth > 1) {
      below = descend(depth - 1);
    } else {
      Tasks.sleep(LONG);
    }
    return below + depth;
  }

  @Override
  public int fib(int n) {
    return EventLoop.run(() -> fibonacci(n));
  }

  @Suspendable
  private static int fibonacci(int n) {
    if (n < 0) {
      Tasks.yieldNow();
    }
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  @Override
  public int loop(int n) {
    return EventLoop.run(() -> sum(n));
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
      Tasks.yieldNow();
    }
    return i ^ 0x55;
  }

  @Override
  public long skynet(int leaves) {
    return LoopPrograms.skynet(leaves);
  }

  @Override
  public int pingPong(int messages) {
    return LoopPrograms.pingPong(messages);
  }
}
