package dev.respool.it.targets;

/** An accessor that throws inside a record pattern: a MatchException with its cause, after suspensions. */
public final class ThrowingAccessor {
  private record Faulty(int value) {
    @Override
    public int value() {
      return value < 0 ? Probe.fail("negative") : Probe.i(value);
    }
  }

  private ThrowingAccessor() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (Object any : new Object[] {new Faulty(1), new Faulty(-1), "no"}) {
      try {
        out.append(
            switch (Probe.ref(any)) {
              case Faulty(int value) -> Probe.i(value);
              default -> Probe.ref("default");
            });
      } catch (MatchException e) {
        out.append(Probe.ref(e.getCause().getMessage()));
      }
    }
    return out.toString();
  }
}
