package dev.respool.it.targets.monitors;

import dev.respool.it.targets.Probe;
import java.util.function.IntSupplier;

/** Synchronized methods that suspend: of objects and of classes, recursive, throwing. */
public class SynchronizedMethods {
  private int count;

  SynchronizedMethods() {}

  public static Object run() {
    SynchronizedMethods self = new SynchronizedMethods();
    Derived derived = new Derived();
    StringBuilder out = new StringBuilder();
    out.append(self.add(1)).append(' ').append(self.add(2)).append(' ');
    out.append(factorial(4)).append(' ');
    out.append(self.wide(1, 2L, 3.0)).append(' ');
    self.nothing();
    out.append(self.down(3)).append(' ');
    out.append(derived.add(5)).append(' ');
    try {
      self.fails();
    } catch (IllegalStateException e) {
      out.append(e.getMessage()).append(Thread.holdsLock(self));
    }
    IntSupplier lambda = self::locked;
    out.append(lambda.getAsInt()).append(' ');
    out.append(self.block(3)).append(' ');
    out.append(Thread.holdsLock(self)).append(Thread.holdsLock(SynchronizedMethods.class));
    return out.toString();
  }

  synchronized int add(int n) {
    count += Probe.i(n);
    Probe.hit("add " + Thread.holdsLock(this));
    return count;
  }

  static synchronized long factorial(int n) {
    Probe.hit("factorial " + Thread.holdsLock(SynchronizedMethods.class));
    return n <= 1 ? Probe.l(1L) : n * factorial(n - 1);
  }

  private synchronized double wide(int i, long l, double d) {
    return Probe.i(i) + Probe.l(l) + Probe.d(d);
  }

  private synchronized void nothing() {
    for (int i = 0; i < 3; i++) {
      Probe.hit("nothing " + i + Thread.holdsLock(this));
    }
  }

  private synchronized int down(int n) {
    if (n == 0) {
      return Probe.i(count);
    }
    int below = down(n - 1);
    Probe.hit("up " + n + Thread.holdsLock(this));
    return below + Probe.i(n);
  }

  private synchronized int fails() {
    try {
      return Probe.fail("failed");
    } finally {
      Probe.hit("finally " + Thread.holdsLock(this));
    }
  }

  private synchronized int locked() {
    return Probe.i(7);
  }

  private synchronized int block(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      synchronized (Derived.class) {
        sum += Probe.i(i);
        Probe.hit(Thread.holdsLock(this) + " " + Thread.holdsLock(Derived.class));
      }
      Probe.hit(Thread.holdsLock(this) + " " + Thread.holdsLock(Derived.class));
    }
    return sum;
  }

  private static final class Derived extends SynchronizedMethods {
    @Override
    synchronized int add(int n) {
      Probe.hit("derived " + Thread.holdsLock(this));
      return super.add(n) + Probe.i(1000);
    }
  }
}
