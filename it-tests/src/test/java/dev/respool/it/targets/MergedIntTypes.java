package dev.respool.it.targets;

/** Small integral types that meet in one slot. */
public final class MergedIntTypes {
  private MergedIntTypes() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (int round = 0; round < 4; round++) {
      int merged;
      switch (Probe.i(round)) {
        case 0:
          merged = Probe.octet((byte) 200);
          break;
        case 1:
          merged = Probe.small((short) 70_000);
          break;
        case 2:
          merged = Probe.letter('z');
          break;
        default:
          merged = Probe.b(false) ? 1 : 0;
          break;
      }
      Probe.hit("merged");
      out.append(merged).append(' ');
    }
    return out.toString();
  }
}
