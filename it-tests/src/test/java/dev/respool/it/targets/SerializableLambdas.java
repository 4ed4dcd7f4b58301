package dev.respool.it.targets;

import java.io.Serializable;
import java.util.function.Supplier;

/** Lambdas and references that can be serialized. */
public final class SerializableLambdas {
  private SerializableLambdas() {}

  private interface Saved extends Serializable {
    String text(int n);
  }

  public static Object run() {
    int kept = Probe.i(3);
    Saved lambda = n -> Probe.ref("n" + n) + kept;
    Saved reference = SerializableLambdas::named;
    Supplier<String> both = (Supplier<String> & Serializable) () -> Probe.ref("both");
    return lambda.text(1) + reference.text(Probe.i(2)) + both.get();
  }

  private static String named(int n) {
    return Probe.ref("r" + n);
  }
}
