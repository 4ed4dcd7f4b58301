package dev.respool.it.targets.monitors;

import dev.respool.it.targets.Probe;

/** Synchronized statements around suspensions: in loops, nested, left in every way. */
public final class SynchronizedBlocks {
  private final Object outer = new Object();
  private final Object inner = new Object();

  private SynchronizedBlocks() {}

  public static Object run() {
    SynchronizedBlocks self = new SynchronizedBlocks();
    StringBuilder out = new StringBuilder();
    out.append(self.once(3)).append(' ');
    out.append(self.loop(3)).append(' ');
    out.append(self.aroundLoop(4)).append(' ');
    out.append(self.nested(2L)).append(' ');
    for (int i = 0; i < 3; i++) {
      out.append(self.leave(i)).append(' ');
    }
    out.append(self.caught()).append(' ');
    out.append(self.siblings()).append(' ');
    out.append(self.joined(false)).append(' ');
    out.append(Thread.holdsLock(self.outer)).append(Thread.holdsLock(self.inner));
    return out.toString();
  }

  private String held() {
    return (Thread.holdsLock(outer) ? "o" : "-") + (Thread.holdsLock(inner) ? "i" : "-");
  }

  private int once(int n) {
    synchronized (outer) {
      Probe.hit("once " + held());
      int m = Probe.i(n) + Probe.i(n + 1);
      Probe.hit("still " + held());
      return m;
    }
  }

  private int loop(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      Probe.hit("out " + held());
      synchronized (outer) {
        sum += Probe.i(i);
        Probe.hit("in " + held());
      }
      sum += Probe.i(100);
    }
    return sum;
  }

  private double aroundLoop(int n) {
    double product = 1;
    synchronized (inner) {
      for (int i = 1; i <= n; i++) {
        product *= Probe.i(i);
        Probe.hit("around " + held());
      }
    }
    return product;
  }

  private long nested(long n) {
    long sum = n;
    for (int i = 0; i < 2; i++) {
      synchronized (outer) {
        sum += Probe.i(i);
        synchronized (inner) {
          sum += Probe.i(10);
          Probe.hit("both " + held());
        }
        sum += Probe.i(20);
        Probe.hit("outer " + held());
        synchronized (this) {
          sum += Probe.i(30);
        }
      }
    }
    return sum;
  }

  private String leave(int how) {
    for (int i = 0; ; i++) {
      synchronized (outer) {
        Probe.hit("leave " + how + held());
        if (how == 0 && i == 1) {
          break;
        }
        if (how == 1 && i == 2) {
          return "returned " + Probe.i(i);
        }
        if (how == 2) {
          synchronized (inner) {
            if (Probe.i(i) < 2) {
              continue;
            }
            return "nested " + Probe.i(i);
          }
        }
      }
    }
    return "broken " + held();
  }

  private String caught() {
    String text = "";
    for (int i = 0; i < 2; i++) {
      try {
        synchronized (outer) {
          try {
            text += Probe.i(i);
            synchronized (inner) {
              Probe.fail("inside " + held());
            }
          } finally {
            Probe.hit("finally " + held());
          }
        }
      } catch (IllegalStateException e) {
        text += e.getMessage() + " then " + held();
      }
      Probe.hit(text);
    }
    return text;
  }

  /** javac declares the locals of both monitors as objects of any class where the paths join. */
  private int joined(boolean fails) {
    synchronized (this) {
      if (fails) {
        throw new IllegalStateException("joined");
      }
      try {
        synchronized (out()) {
          return Probe.i(5);
        }
      } finally {
        Probe.hit("joined " + Thread.holdsLock(this));
      }
    }
  }

  private StringBuilder out() {
    return new StringBuilder();
  }

  private int siblings() {
    int n = 0;
    synchronized (outer) {
      n += Probe.i(1);
    }
    synchronized (inner) {
      n += Probe.i(2);
    }
    synchronized (outer) {
      synchronized (outer) {
        n += Probe.i(3);
        Probe.hit("twice " + held());
      }
      n += Probe.i(4);
      Probe.hit("once more " + held());
    }
    return n;
  }
}
