package dev.respool.it.targets;

/** Methods that return each kind of value, or nothing, after a suspension. */
public final class ReturnKinds {
  private ReturnKinds() {}

  public static Object run() {
    nothing(1);
    String text = "" + truth() + octet() + small() + letter() + number() + wide() + real() + half();
    wide();
    real();
    text += array()[0] + (none() == null ? "null" : "?");
    return text;
  }

  private static void nothing(int n) {
    if (Probe.b(n > 5)) {
      return;
    }
    Probe.hit("nothing");
  }

  private static boolean truth() {
    return !Probe.b(false);
  }

  private static byte octet() {
    return (byte) -Probe.octet((byte) 3);
  }

  private static short small() {
    return Probe.small((short) -300);
  }

  private static char letter() {
    return Probe.letter('\u00e9');
  }

  private static int number() {
    return Probe.i(Integer.MIN_VALUE);
  }

  private static long wide() {
    return Probe.l(Long.MIN_VALUE);
  }

  private static float half() {
    return Probe.f(0.5f);
  }

  private static double real() {
    return Probe.d(Double.MIN_VALUE);
  }

  private static int[] array() {
    Probe.hit("array");
    return new int[] {7};
  }

  private static String none() {
    return Probe.ref(null);
  }
}
