package dev.respool.it.targets;

/** One range with many handlers, and handlers that lie inside other ranges. */
public final class ManyHandlers {
  private ManyHandlers() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    Exception[] all = {
      new IllegalArgumentException("a"), new IllegalStateException("s"),
          new ArithmeticException("m"),
      new NumberFormatException("n"), new UnsupportedOperationException("u"), new Exception("e")
    };
    for (Exception one : all) {
      long kept = out.length();
      try {
        try {
          Probe.raise(one);
        } catch (NumberFormatException e) {
          out.append("N").append(Probe.l(kept));
        } catch (IllegalArgumentException e) {
          out.append("A").append(Probe.raise(new ArithmeticException("from A")));
        } catch (IllegalStateException | UnsupportedOperationException e) {
          out.append(Probe.ref("SU"));
          throw e;
        } finally {
          out.append(Probe.letter('f'));
        }
      } catch (ArithmeticException e) {
        out.append("M").append(Probe.ref(e.getMessage()));
      } catch (RuntimeException e) {
        out.append("R").append(Probe.l(kept));
      } catch (Exception e) {
        out.append("E").append(Probe.i(1));
      }
    }
    return out.toString();
  }
}
