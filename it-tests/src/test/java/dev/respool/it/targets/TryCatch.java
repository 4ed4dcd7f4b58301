package dev.respool.it.targets;

/** Suspensions in try, catch and finally, thrown and not. */
public final class TryCatch {
  private TryCatch() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      int kept = i * 10;
      try {
        out.append(Probe.i(i));
        if (i == 1) {
          Probe.fail("one");
        }
        out.append("fine");
      } catch (IllegalStateException e) {
        Probe.hit("caught");
        out.append(e.getMessage()).append(Probe.i(kept));
      } finally {
        out.append(Probe.ref("finally")).append(kept);
      }
    }
    return out.toString();
  }
}
