package dev.respool.it.targets.elsewhere;

import dev.respool.it.targets.Probe;

/**
 * Has a method that no class of another package can override, even with one that looks the same.
 */
public class Elder {
  int age(int n) {
    return 40 + Probe.i(n);
  }

  /** Calls this class's method on whatever heir. */
  public static int ageOf(Elder elder, int n) {
    return 100 * elder.age(n) + Probe.i(1);
  }
}
