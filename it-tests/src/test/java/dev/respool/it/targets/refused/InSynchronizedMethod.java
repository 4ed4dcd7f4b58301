package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;

/** A suspension in a synchronized method. */
public final class InSynchronizedMethod {
  private InSynchronizedMethod() {}

  private int count;

  private synchronized int add(int n) {
    count += Probe.i(n);
    return count;
  }

  public static Object run() {
    return new InSynchronizedMethod().add(3);
  }
}
