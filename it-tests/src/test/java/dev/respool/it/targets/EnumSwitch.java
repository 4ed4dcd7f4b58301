package dev.respool.it.targets;

/** Switches over an enum, as statement and as expression. */
public final class EnumSwitch {
  private EnumSwitch() {}

  private enum Colour {
    RED,
    GREEN,
    BLUE
  }

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (Colour colour : Colour.values()) {
      switch (Probe.ref(colour)) {
        case RED:
          out.append(Probe.i(1));
          break;
        case BLUE:
          out.append(Probe.i(3));
          break;
        default:
          out.append(Probe.ref("?"));
      }
      out.append(
          switch (colour) {
            case RED -> Probe.ref("r");
            case GREEN -> "g" + Probe.i(2);
            case BLUE -> Probe.letter('b');
          });
    }
    return out.toString();
  }
}
