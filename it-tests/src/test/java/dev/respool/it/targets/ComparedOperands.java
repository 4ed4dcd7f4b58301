package dev.respool.it.targets;

/** Comparisons of longs, floats, doubles and references across suspensions. */
public final class ComparedOperands {
  private ComparedOperands() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    String same = "same";
    double nan = Double.NaN;
    for (int i = 0; i < 3; i++) {
      out.append(Probe.l(i) < Probe.l(1) ? '<' : Probe.l(i) == 1 ? '=' : '>');
      out.append(Probe.d(i) >= Probe.d(1) ? 1 : 0);
      out.append(nan < Probe.d(i) || nan > Probe.f(i) ? 'n' : '-');
      out.append(Probe.f(i) != Probe.f(2));
      out.append(same == Probe.ref(same) && Probe.ref(same) != Probe.ref((Object) i));
      out.append(Probe.ref(null) == null);
      out.append(Probe.i(i) <= Probe.i(1) == Probe.b(i < 2));
    }
    return out.toString();
  }
}
