package dev.respool.it.targets;

/** Errors are thrown, caught as Throwable and thrown on. */
public final class ErrorsThrown {
  private ErrorsThrown() {}

  public static Object run() throws Throwable {
    StringBuilder out = new StringBuilder();
    try {
      Probe.raise(new StackOverflowError("made up"));
    } catch (Throwable t) {
      out.append(Probe.ref(t.getMessage()));
    }
    try {
      Probe.raise(new LinkageError("second"));
    } finally {
      Probe.hit("on its way out " + out);
    }
    return "not reached";
  }
}
