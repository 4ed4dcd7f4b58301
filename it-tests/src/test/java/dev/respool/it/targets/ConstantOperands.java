package dev.respool.it.targets;

/** Constants of every opcode stand on the stack below suspending calls. */
public final class ConstantOperands {
  private ConstantOperands() {}

  public static Object run() {
    String small = text(-1, 0, 5, 100, 1_000, 100_000, Probe.i(1));
    String wide = text(0L, 1L, 1L << 50, 0f, 2f, 3.5f, 0d, 1d, 2.5, Probe.l(2));
    return small + wide + text(null, "text", String.class, int[].class, 'c', true, Probe.ref("3"));
  }

  private static String text(Object... all) {
    StringBuilder out = new StringBuilder();
    for (Object one : all) {
      out.append(Probe.ref(one instanceof Class<?> type ? type.getSimpleName() : one)).append(' ');
    }
    return out.toString();
  }
}
