package dev.respool.it.targets;

/** Dense and sparse switches over ints, with fall through and suspending bodies. */
@SuppressWarnings("fallthrough")
public final class IntSwitch {
  private IntSwitch() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int i = -1; i < 6; i++) {
      switch (Probe.i(i)) {
        case 0:
          out.append("zero").append(Probe.i(10));
        case 1:
          out.append("one").append(Probe.i(11));
          break;
        case 2:
        case 3:
          out.append("few");
          break;
        default:
          out.append("other").append(Probe.l(12));
      }
      out.append(sparse(i * 1_000));
    }
    return out.toString();
  }

  private static String sparse(int number) {
    switch (Probe.i(number)) {
      case -1_000:
        return Probe.ref("minus");
      case 2_000:
        Probe.hit("two thousand");
        break;
      case 5_000:
        return "five";
      default:
        return "none";
    }
    return "broken";
  }
}
