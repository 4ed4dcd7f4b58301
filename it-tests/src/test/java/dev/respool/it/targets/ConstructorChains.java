package dev.respool.it.targets;

import java.util.ArrayList;
import java.util.List;

/** Calls of {@code super(...)} and {@code this(...)} that suspend, initialisers and their order. */
public final class ConstructorChains {
  private ConstructorChains() {}

  private abstract static class Base {
    final List<String> log = new ArrayList<>();
    protected final int base = Probe.i(1);

    {
      log.add("block " + Probe.i(base));
    }

    Base(int n, double wide) {
      log.add("base " + Probe.i(n) + wide);
      Probe.hit(describe());
      log.add("described");
    }

    Base(String text) {
      this(text.length());
      log.add("text " + text);
    }

    private Base(int n) {
      this(n, n / 2.0);
      log.add("int " + Probe.i(n));
    }

    abstract String describe();
  }

  private static class Middle extends Base {
    private final String name;
    private final long number = Probe.l(40) + base;

    Middle(String name, int n) {
      super(n, 0.5);
      this.name = name + Probe.i(n);
      log.add("middle " + this.name);
    }

    Middle(String name) {
      super(name == null ? "nothing" : name);
      this.name = name;
    }

    @Override
    String describe() {
      return "name=" + name + " number=" + number;
    }
  }

  private static final class Last extends Middle {
    private int count = Probe.i(3);

    Last() {
      this("default");
      count++;
    }

    Last(String name) {
      super(name, 5);
      for (int i = 0; i < 2; i++) {
        count += Probe.i(i);
      }
    }

    @Override
    String describe() {
      return super.describe() + " count=" + Probe.i(count);
    }
  }

  private static final class Implicit extends Middle {
    private final String more = Probe.ref("more");

    Implicit(String name) {
      super(name);
    }
  }

  public static Object run() {
    Last last = new Last();
    Middle text = new Implicit("text");
    Middle without = new Middle(null);
    String counts = last.count + ((Implicit) text).more;
    return last.log + last.describe() + text.log + text.describe() + without.log + counts;
  }
}
