package dev.respool.it.targets;

/** Labelled break and continue out of nested loops and blocks. */
public final class LabelledJumps {
  private LabelledJumps() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    outer:
    for (int i = 0; i < 5; i++) {
      middle:
      for (int j = 0; ; j++) {
        for (int k = 0; k < 3; k++) {
          out.append(Probe.i(i * 100 + j * 10 + k)).append(' ');
          if (k == 1 && j == 0) {
            continue middle;
          }
          if (j == 1) {
            continue outer;
          }
          if (i == 3) {
            break outer;
          }
        }
      }
    }
    block:
    {
      if (Probe.b(out.length() > 3)) {
        break block;
      }
      out.append("not reached");
    }
    return out.toString();
  }
}
