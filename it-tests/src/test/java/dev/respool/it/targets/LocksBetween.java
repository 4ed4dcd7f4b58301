package dev.respool.it.targets;

/** Synchronized blocks and methods between suspensions, never around one. */
public final class LocksBetween {
  private LocksBetween() {}

  private int count;

  public static Object run() {
    LocksBetween self = new LocksBetween();
    Object lock = new Object();
    for (int i = 0; i < 3; i++) {
      int n = Probe.i(i);
      synchronized (lock) {
        self.count += n;
      }
      Probe.hit("unlocked " + Thread.holdsLock(lock));
      self.add(Probe.i(10));
    }
    return self.count + " " + Thread.holdsLock(lock);
  }

  private synchronized void add(int n) {
    count += n;
  }
}
