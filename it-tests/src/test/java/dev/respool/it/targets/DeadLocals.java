package dev.respool.it.targets;

/** Locals that are dead, or not yet assigned, at a suspension. */
public final class DeadLocals {
  private DeadLocals() {}

  public static Object run() {
    String dead = Probe.ref("dead soon");
    int length = dead.length();
    Probe.hit("dead is dead");
    int later;
    if (Probe.b(length > 3)) {
      later = Probe.i(1);
    } else {
      later = Probe.i(2);
    }
    long unused = Probe.l(9);
    Probe.hit("later live");
    return length + later;
  }
}
