package dev.respool.it.targets;

/** Method references whose types are boxed, widened, spread and dropped. */
public final class AdaptedReferences {
  private AdaptedReferences() {}

  private interface Boxed {
    Object apply(Integer n);
  }

  private interface Widened {
    long apply(int n);
  }

  private interface Dropped {
    void apply(String text);
  }

  private interface Spread {
    String apply(String a, String b);
  }

  public static Object run() {
    Boxed boxed = AdaptedReferences::number;
    Widened widened = AdaptedReferences::number;
    Dropped dropped = AdaptedReferences::text;
    Spread spread = AdaptedReferences::text;
    Spread second = Probe.b(true) ? AdaptedReferences::text : String::concat;
    dropped.apply(Probe.ref("dropped"));
    return boxed.apply(1)
        + " "
        + widened.apply(2)
        + spread.apply("a", Probe.ref("b"))
        + second.apply("c", "d");
  }

  private static int number(int n) {
    return Probe.i(n) + 1;
  }

  private static String text(String... parts) {
    StringBuilder out = new StringBuilder();
    for (String part : parts) {
      out.append(Probe.ref(part));
    }
    return out.toString();
  }
}
