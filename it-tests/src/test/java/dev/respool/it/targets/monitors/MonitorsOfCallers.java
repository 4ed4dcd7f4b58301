package dev.respool.it.targets.monitors;

import dev.respool.it.targets.Probe;

/** Callers hold monitors while what they call suspends, at several depths. */
public final class MonitorsOfCallers {
  private final Object a = new Object();
  private final Object b = new Object();
  private String log = "";

  private MonitorsOfCallers() {}

  public static Object run() {
    MonitorsOfCallers self = new MonitorsOfCallers();
    for (int i = 0; i < 2; i++) {
      self.log += self.outermost(i) + ";";
      Probe.hit("between " + self.held());
    }
    return self.log + self.held();
  }

  private String held() {
    return (Thread.holdsLock(a) ? "a" : "-")
        + (Thread.holdsLock(b) ? "b" : "-")
        + (Thread.holdsLock(this) ? "t" : "-");
  }

  private String outermost(int n) {
    Probe.hit("outermost " + held());
    String result;
    synchronized (a) {
      result = plain(n) + plain(n + 1);
      Probe.hit("outermost again " + held());
    }
    return result + Probe.i(n) + held();
  }

  private String plain(int n) {
    String text = "plain ";
    for (int i = 0; i < 2; i++) {
      text += middle(n + i);
      Probe.hit("plain " + held());
    }
    return text;
  }

  private synchronized String middle(int n) {
    Probe.hit("middle " + held());
    try {
      return between(n);
    } catch (IllegalStateException e) {
      Probe.hit("middle caught " + held());
      return e.getMessage();
    }
  }

  private String between(int n) {
    Probe.hit("between " + held());
    String text = innermost(n) + Probe.i(n);
    Probe.hit("after " + held());
    return text;
  }

  private String innermost(int n) {
    synchronized (b) {
      synchronized (a) {
        Probe.hit("innermost " + held());
        if (n == 1) {
          Probe.fail("from inside");
        }
      }
      Probe.hit("inner " + held());
    }
    return "i" + Probe.i(n);
  }
}
