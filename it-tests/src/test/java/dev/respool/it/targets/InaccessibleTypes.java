package dev.respool.it.targets;

import dev.respool.it.targets.elsewhere.Builders;

/** Values whose class may not be named where they are used (JVMS 5.4.4). */
public final class InaccessibleTypes {
  private InaccessibleTypes() {}

  public static Object run() {
    Object text = both(Builders.create(), Probe.ref("operand"));
    var local = Builders.create();
    var several = Builders.several();
    Builders.Builder builder = Probe.b(true) ? Builders.create() : local;
    for (int i = 0; i < 2; i++) {
      builder.add(Probe.ref("part"));
      builder = Probe.b(i == 0) ? local : builder;
    }
    Builders.Builder[] seen = several;
    return text + "" + local + builder + seen[Probe.i(1)] + both(several, local);
  }

  private static Object both(Object one, Object other) {
    return one.getClass().getSimpleName() + Probe.ref(other.toString().length());
  }
}
