package dev.respool.it.targets;

/**
 * Constructors with probes: final fields before and behind them, loops, every kind of parameter.
 */
public final class SuspendingConstructors {
  private SuspendingConstructors() {}

  private static final class Kinds {
    private final int a;
    private final long b;
    private final float c;
    private final double d;
    private final boolean e;
    private final byte f;
    private final char g;
    private final short h;
    private final String text;
    private final int[] array;
    private int plain;

    Kinds(long b, int a, double d, String text, float c, boolean e, int... array) {
      this.b = b;
      plain = Probe.i(a);
      this.a = Probe.i(plain + 1);
      this.c = Probe.f(c) + this.a;
      this.d = d * Probe.d(d);
      this.e = e & Probe.b(!e);
      this.f = Probe.octet((byte) a);
      this.g = Probe.letter((char) ('a' + a));
      this.h = Probe.small((short) array.length);
      this.text = text + Probe.ref(this.g) + this.b;
      this.array = array.clone();
      for (int i = 0; i < array.length; i++) {
        this.array[i] += Probe.i(i) + plain++;
      }
    }

    @Override
    public String toString() {
      String numbers = a + " " + b + " " + c + " " + d + " " + e + " " + f + g + h;
      return numbers + text + java.util.Arrays.toString(array) + plain;
    }
  }

  private static final class Early {
    final int value;

    Early(int n) {
      value = n;
      if (n > 0) {
        Probe.hit("positive");
        return;
      }
      Probe.hit("other");
    }
  }

  private static final class Choosing {
    final String name;
    final long sum;

    Choosing(int n) {
      switch (n) {
        case 0 -> name = Probe.ref("none");
        case 1 -> name = "one";
        default -> name = n % 2 == 0 ? "even" + Probe.i(n) : Probe.ref("odd") + n;
      }
      long total = 0;
      for (int i = 0; i < n; i++) {
        total += new Choosing(i).sum + Probe.l(i);
      }
      sum = total;
    }
  }

  public static Object run() {
    StringBuilder out = new StringBuilder();
    out.append(new Kinds(1L << 40, 2, 1.5, "t", 0.5f, true, 7, 8));
    out.append(new Kinds(3, 4, 2.5, "u", 1f, false));
    out.append(new Early(1).value + new Early(Probe.i(-1)).value);
    for (int i = 0; i < 4; i++) {
      Choosing choosing = new Choosing(i);
      out.append(' ').append(choosing.name).append(choosing.sum);
    }
    return out.toString();
  }
}
