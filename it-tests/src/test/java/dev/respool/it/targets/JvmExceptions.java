package dev.respool.it.targets;

/** Exceptions that the JVM itself throws between suspensions, caught in the same method. */
public final class JvmExceptions {
  private JvmExceptions() {}

  public static Object run() {
    int[] array = {1};
    Object text = "t";
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      try {
        switch (Probe.i(i)) {
          case 0 -> out.append(array[Probe.i(1)]);
          case 1 -> out.append(1 / Probe.i(0));
          case 2 -> out.append(((Integer) Probe.ref(text)).intValue());
          case 3 -> out.append(new int[Probe.i(-1)].length);
          default -> out.append(Probe.ref((String) null).length());
        }
      } catch (RuntimeException e) {
        out.append(e.getClass().getSimpleName()).append(Probe.i(i)).append(' ');
      }
    }
    return out.toString();
  }
}
