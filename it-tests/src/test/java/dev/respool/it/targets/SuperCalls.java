package dev.respool.it.targets;

/** Calls of super methods, of a default method's super, and of a qualified outer super. */
public final class SuperCalls {
  private SuperCalls() {}

  private interface Named {
    default String name() {
      return Probe.ref("named");
    }
  }

  private interface Titled {
    default String name() {
      return Probe.ref("titled");
    }
  }

  private static class Base implements Named, Titled {
    @Override
    public String name() {
      return Named.super.name() + Titled.super.name() + Probe.i(1);
    }
  }

  private static final class Derived extends Base {
    @Override
    public String name() {
      return "<" + super.name() + new Inner().ask() + ">";
    }

    private final class Inner {
      String ask() {
        return Probe.ref("inner") + Derived.super.name();
      }
    }
  }

  public static Object run() {
    return new Derived().name();
  }
}
