package dev.respool.it.targets;

/** A handler that jumps back into its loop, with the exception of a resumed callee. */
public final class CatchInLoop {
  private CatchInLoop() {}

  public static Object run() {
    int attempts = 0;
    String last = null;
    while (true) {
      try {
        int done = attempt(attempts++);
        return done + last;
      } catch (IllegalStateException e) {
        last = e.getMessage();
        if (attempts > 4) {
          throw e;
        }
        continue;
      } finally {
        Probe.hit("attempt " + attempts + " over");
      }
    }
  }

  private static int attempt(int number) {
    return Probe.i(number) < 3 ? Probe.fail("attempt " + number) : number;
  }
}
