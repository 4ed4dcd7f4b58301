package dev.respool.it.targets;

import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Functional interfaces of the JDK, called directly from suspendable methods. */
public final class JdkFunctions {
  private JdkFunctions() {}

  public static Object run() throws Exception {
    StringBuilder out = new StringBuilder();
    Runnable runnable = () -> out.append(Probe.i(1));
    Supplier<String> supplier = () -> Probe.ref("2");
    Function<String, Integer> function = text -> Probe.i(text.length());
    BiFunction<Integer, Long, Object> both = (a, b) -> Probe.i(a) + Probe.l(b);
    Predicate<String> predicate = text -> Probe.b(text.isEmpty());
    Callable<Integer> callable = () -> Probe.i(6);
    IntUnaryOperator operator = n -> Probe.i(n) << 1;
    Consumer<Object> consumer = any -> out.append(Probe.ref(any));
    UnaryOperator<String> unary = text -> Probe.ref(text) + "u";
    ToLongFunction<String> measure = text -> Probe.l(text.length());
    runnable.run();
    consumer.accept(supplier.get());
    out.append(function.apply(Probe.ref("abc"))).append(both.apply(4, 5L));
    if (!predicate.test("x") && callable.call() == 6) {
      out.append(operator.applyAsInt(Probe.i(7))).append(unary.apply("8"));
    }
    return out.append(measure.applyAsLong("nine")).toString();
  }
}
