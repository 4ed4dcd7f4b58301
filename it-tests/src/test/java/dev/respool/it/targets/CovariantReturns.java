package dev.respool.it.targets;

/** Overrides that return something narrower, called through every type. */
public final class CovariantReturns {
  private CovariantReturns() {}

  private static class Source implements Cloneable {
    Object make() {
      return Probe.ref("object");
    }

    Source self() {
      Probe.hit("self");
      return this;
    }
  }

  private static final class Narrow extends Source {
    @Override
    String make() {
      return Probe.ref("narrow") + super.make();
    }

    @Override
    Narrow self() {
      super.self();
      return this;
    }
  }

  public static Object run() {
    Narrow narrow = new Narrow();
    Source wide = narrow;
    return wide.self().make() + narrow.self().make() + wide.make().equals(Probe.ref("x"));
  }
}
