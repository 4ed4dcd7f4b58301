package dev.respool.it.targets;

/** A return inside finally that swallows what came before. */
@SuppressWarnings("finally")
public final class FinallyReturns {
  private FinallyReturns() {}

  public static Object run() {
    return swallowed(0) + swallowed(1) + changed();
  }

  private static String swallowed(int how) {
    try {
      if (how == 0) {
        return Probe.ref("lost");
      }
      Probe.fail("lost too");
    } finally {
      Probe.hit("finally");
      return "kept" + Probe.i(how);
    }
  }

  private static int changed() {
    int value = Probe.i(1);
    try {
      return value;
    } finally {
      value = Probe.i(2);
      Probe.hit("changed to " + value);
    }
  }
}
