package dev.respool.it.targets.refused;

import dev.respool.it.targets.Probe;
import java.io.Serializable;
import java.util.function.Supplier;

/** The factory of the reference boxes what the method returns, and cannot do that once more. */
public final class SerializableReference {
  private SerializableReference() {}

  public static Object run() {
    Supplier<Integer> supplier = (Supplier<Integer> & Serializable) SerializableReference::number;
    Integer got = supplier.get();
    Probe.hit("got " + got);
    return got;
  }

  static int number() {
    return Probe.i(41) + 1;
  }
}
