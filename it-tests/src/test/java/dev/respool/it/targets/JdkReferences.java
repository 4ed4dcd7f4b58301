package dev.respool.it.targets;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;

/** Method references to functional interfaces of the JDK. */
public final class JdkReferences {

  private final String name;

  private JdkReferences(String name) {
    this.name = name;
  }

  public static Object run() {
    Function<String, JdkReferences> maker = JdkReferences::new;
    JdkReferences made = maker.apply(Probe.ref("m"));
    Supplier<String> bound = made::name;
    Function<JdkReferences, String> unbound = JdkReferences::name;
    BiFunction<JdkReferences, Integer, String> two = JdkReferences::repeated;
    IntBinaryOperator primitive = JdkReferences::sum;
    Function<Integer, Integer> boxed = JdkReferences::negated;
    return bound.get()
        + unbound.apply(made)
        + two.apply(made, Probe.i(2))
        + primitive.applyAsInt(3, 4)
        + boxed.apply(Probe.i(5));
  }

  private String name() {
    return Probe.ref(name);
  }

  private String repeated(int times) {
    return name().repeat(Probe.i(times));
  }

  private static int sum(int a, int b) {
    return Probe.i(a) + Probe.i(b);
  }

  private static int negated(int n) {
    return -Probe.i(n);
  }
}
