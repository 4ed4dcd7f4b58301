package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;
import dev.respool.it.targets.elsewhere.Elder;

/** A suspension behind a synchronized method that looks like another one and is none of its. */
public final class BehindNotOverridden {
  private static final int OFTEN = 40;

  private BehindNotOverridden() {}

  private static final class Heir extends Elder {
    synchronized int age(int n) {
      int found = Elder.ageOf(this, n);
      Probe.hit("found " + found);
      return found;
    }
  }

  public static Object run() {
    Heir heir = new Heir();
    int sum = 0;
    for (int i = 0; i < OFTEN; i++) {
      sum += Elder.ageOf(heir, i);
    }
    return sum + heir.age(OFTEN);
  }
}
