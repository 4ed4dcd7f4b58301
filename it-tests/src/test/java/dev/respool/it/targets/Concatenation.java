package dev.respool.it.targets;

/** Strings joined around suspending calls, twelve operands of all types. */
public final class Concatenation {
  private Concatenation() {}

  public static Object run() {
    int a = 1;
    long b = 2;
    String text =
        "<"
            + a
            + Probe.i(3)
            + b
            + Probe.l(4)
            + 'c'
            + Probe.letter('d')
            + 1.5
            + Probe.d(2.5)
            + null
            + Probe.ref("e")
            + Probe.b(true)
            + a * Probe.i(5)
            + ">"
            + Probe.octet((byte) 6);
    text += "tail" + Probe.i(7) + (a + Probe.i(8)) + "\1\2" + Probe.ref(null);
    return text;
  }
}
