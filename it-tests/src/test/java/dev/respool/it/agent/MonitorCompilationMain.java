package dev.respool.it.agent;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** Suspends a million times while it holds monitors, so that HotSpot compiles what does it. */
public final class MonitorCompilationMain {
  private static final int ROUNDS = 200_000;

  private final Object lock = new Object();

  private MonitorCompilationMain() {}

  @Suspendable
  private int statements() {
    int sum = 0;
    for (int i = 0; i < ROUNDS; i++) {
      synchronized (lock) {
        sum += (Integer) Coroutine.yield(i);
        synchronized (this) {
          sum += (Integer) Coroutine.yield(i);
        }
      }
    }
    return sum;
  }

  @Suspendable
  private int calls() {
    int sum = 0;
    for (int i = 0; i < ROUNDS; i++) {
      sum += statement(i) + synchronizedMethod(i);
    }
    return sum;
  }

  @Suspendable
  private int statement(int i) {
    synchronized (lock) {
      return (Integer) Coroutine.yield(i);
    }
  }

  @Suspendable
  private synchronized int synchronizedMethod(int i) {
    return (Integer) Coroutine.yield(i);
  }

  private static Object runOut(Coroutine<Object, Object> co) {
    Object last = co.resume();
    while (!co.isDone()) {
      last = co.resume(1);
    }
    return last;
  }

  /** Runs both. */
  public static void main(String[] arguments) {
    MonitorCompilationMain self = new MonitorCompilationMain();
    System.out.println(runOut(Coroutine.create(x -> self.statements())));
    System.out.println(runOut(Coroutine.create(x -> self.calls())));
  }
}
