package dev.respool.it.targets;

/** Assertions that hold and that fail, with suspending tests and details. */
public final class Assertions {
  private Assertions() {}

  public static Object run() {
    int n = 3;
    assert Probe.b(n > 2);
    assert Probe.b(n > 1) : Probe.ref("not evaluated");
    try {
      assert Probe.i(n) > 5 : "n is " + Probe.i(n);
      return "not reached";
    } catch (AssertionError e) {
      return e.getMessage() + Probe.i(1);
    }
  }
}
