package dev.respool.it.targets;

/** Three nested tries whose handlers throw again. */
public final class NestedTry {
  private NestedTry() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    try {
      try {
        try {
          out.append(Probe.fail("inner"));
        } catch (IllegalStateException e) {
          out.append(Probe.ref("1"));
          throw new IllegalArgumentException(Probe.ref(e.getMessage() + "+"), e);
        } finally {
          Probe.hit("inner finally");
          out.append('f');
        }
      } catch (IllegalStateException e) {
        out.append("not reached");
      } finally {
        try {
          Probe.raise(new UnsupportedOperationException("in finally"));
        } catch (UnsupportedOperationException e) {
          out.append(Probe.ref(e.getMessage()));
        }
      }
    } catch (IllegalArgumentException e) {
      out.append(e.getMessage()).append(Probe.ref(e.getCause().getMessage()));
    }
    return out.toString();
  }
}
