package dev.respool.it.targets;

/**
 * One value of 32 bits, of each type, beside none, two and three references and a long: a local, an
 * operand, or a local at one point and an operand at the next.
 */
public final class SmallLocals {
  private static final String TEXT = "text";

  private SmallLocals() {}

  public static Object run() {
    return ints(-1) + floats(-0.0f) + booleans(true) + bytes() + shorts() + chars() + operands(3);
  }

  private static String ints(int value) {
    Probe.hit("no reference");
    String text = TEXT;
    Probe.hit("one");
    Object other = Probe.ref(text + value);
    Probe.hit("two");
    return text + other + --value + Probe.i(value);
  }

  private static String floats(float value) {
    Probe.hit("no reference");
    float changed = value - Probe.f(Float.MIN_VALUE);
    Probe.hit("another");
    return Float.floatToRawIntBits(value) + " " + changed;
  }

  private static String booleans(boolean value) {
    String text = TEXT;
    Object other = Probe.ref(text);
    boolean changed = value ^ Probe.b(true);
    long wide = Probe.l(Long.MIN_VALUE);
    return text + other + changed + value + wide + Probe.b(changed);
  }

  private static String bytes() {
    byte value = Probe.octet((byte) 0x80);
    Probe.hit("byte");
    return " " + value;
  }

  private static String shorts() {
    short value = Probe.small((short) 0x8000);
    Probe.hit("short");
    return " " + value;
  }

  private static String chars() {
    char value = Probe.letter('\uffff');
    Probe.hit("char");
    return " " + (int) value;
  }

  private static double operands(int count) {
    double sum = count * Probe.i(5) - Probe.f(0.5f);
    for (int i = 0; i < count; i++) {
      sum += (i + 1) * Probe.f(i) + 2.5f * Probe.i(i);
    }
    return sum;
  }
}
