package dev.respool.it.targets;

import dev.respool.it.targets.elsewhere.Elder;

/** Two methods of one object with the same name and descriptor, in two packages (JVMS 5.4.5). */
public final class NotOverridden {
  private NotOverridden() {}

  private static final class Heir extends Elder {
    int age(int n) {
      return n == 0 ? Probe.i(0) : Elder.ageOf(this, n - 1) + Probe.i(n);
    }
  }

  public static Object run() {
    Heir heir = new Heir();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      all.append(heir.age(i)).append(' ').append(Elder.ageOf(heir, i)).append(' ');
    }
    return all.append(Elder.ageOf(new Elder(), 4)).toString();
  }
}
