package dev.respool.it.targets;

/** Switches over strings, colliding hash codes included. */
public final class StringSwitch {
  private StringSwitch() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (String text : new String[] {"Aa", "BB", "x", "", "none"}) {
      switch (Probe.ref(text)) {
        case "Aa":
          out.append(Probe.i(1));
          break;
        case "BB":
          out.append(Probe.i(2));
          break;
        case "x":
          Probe.hit("x");
          continue;
        case "":
          out.append("empty");
          break;
        default:
          out.append(Probe.ref("default"));
      }
      out.append(';');
    }
    return out.toString();
  }
}
