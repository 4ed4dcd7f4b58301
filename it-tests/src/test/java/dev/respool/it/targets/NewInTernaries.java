package dev.respool.it.targets;

/** Constructor calls whose arguments are conditional, in branches that are conditional. */
public final class NewInTernaries {
  private NewInTernaries() {}

  private record Cell(String text, long number) {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      Cell cell =
          Probe.b(i == 0)
              ? new Cell(Probe.b(i == 0) ? Probe.ref("yes") : "no", i == 0 ? Probe.l(1) : 2)
              : i == 1 ? new Cell("n", Probe.b(false) ? 3 : Probe.i(4)) : null;
      out.append(cell).append(new Cell(Probe.b(i > 1) && Probe.b(true) ? "both" : "one", i).text());
    }
    return out.toString();
  }
}
