package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;

/** A suspension in a synchronized block within a method that suspends elsewhere too. */
public final class InSynchronizedBlock {
  private InSynchronizedBlock() {}

  public static Object run() {
    Object lock = new Object();
    int before = Probe.i(1);
    synchronized (lock) {
      before += Probe.i(2);
    }
    return before;
  }
}
