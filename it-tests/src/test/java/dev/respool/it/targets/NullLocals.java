package dev.respool.it.targets;

/** A local that only ever held null, and one that got a value later. */
public final class NullLocals {
  private NullLocals() {}

  public static Object run() {
    String never = null;
    Object later = null;
    int[] array = null;
    Probe.hit("all null");
    if (Probe.b(true)) {
      later = Probe.ref("value");
    }
    boolean none = never == null && array == null;
    return none + " " + later + " " + Probe.ref(never);
  }
}
