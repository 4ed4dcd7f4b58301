package dev.respool.it.targets.marked;

import dev.respool.Suspendable;
import dev.respool.it.targets.Probe;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Lambdas and method references that do nothing but call other functions. */
public final class FunctionsOfFunctions {
  private FunctionsOfFunctions() {}

  /** A mark that an unmarked method's lambda gets from its interface. */
  @Suspendable
  private interface Step {
    Object go(int n) throws Exception;
  }

  @Suspendable
  public static Object run() throws Exception {
    Supplier<Integer> ask = () -> Probe.i(1);
    Supplier<Integer> inner = () -> ask.get();
    Callable<Integer> referred = inner::get;
    Function<Supplier<Integer>, Supplier<Integer>> twice = s -> () -> s.get() * 2;
    StringBuilder all = new StringBuilder();
    all.append(inner.get()).append(' ').append(referred.call());
    all.append(' ').append(twice.apply(() -> Probe.i(2)).get());
    all.append(' ').append(traced("t", () -> Probe.i(3)).get());
    all.append(' ').append(retried(2, n -> n < 1 ? Probe.i(n) / n : Probe.i(n)).applyAsInt(0));
    all.append(' ').append(factorial(4)).append(' ').append(boxed(() -> Probe.i(5)));
    all.append(' ').append(composed(s -> s + Probe.i(6), s -> Probe.ref(s) + "!").apply("c"));
    return all.append(' ').append(unmarked(() -> Probe.ref("deep")).go(7)).toString();
  }

  @Suspendable
  private static <T> Supplier<T> traced(String name, Supplier<T> inner) {
    return () -> {
      T result = inner.get();
      Probe.hit(name);
      return result;
    };
  }

  @Suspendable
  private static IntUnaryOperator retried(int times, IntUnaryOperator risky) {
    return n -> {
      for (int i = 0; ; i++) {
        try {
          return risky.applyAsInt(n + i);
        } catch (ArithmeticException e) {
          if (i == times) {
            throw e;
          }
        }
      }
    };
  }

  @Suspendable
  private static int factorial(int n) {
    IntUnaryOperator[] self = new IntUnaryOperator[1];
    self[0] = i -> i < 2 ? Probe.i(1) : i * self[0].applyAsInt(i - 1);
    return self[0].applyAsInt(n);
  }

  /** Results that are converted behind the body. */
  @Suspendable
  private static long boxed(Supplier<Integer> inner) {
    IntSupplier unboxed = () -> inner.get();
    Supplier<Integer> boxedAgain = unboxed::getAsInt;
    ToIntFunction<Supplier<Integer>> get = Supplier::get;
    return 10L * boxedAgain.get() + get.applyAsInt(inner);
  }

  @SafeVarargs
  @Suspendable
  private static UnaryOperator<String> composed(UnaryOperator<String>... parts) {
    return s -> {
      String result = s;
      for (UnaryOperator<String> part : parts) {
        UnaryOperator<String> once = text -> part.apply(text);
        result = once.apply(result);
      }
      return result;
    };
  }

  private static Step unmarked(Supplier<Object> inner) {
    return n -> {
      Callable<Object> outer = () -> inner.get();
      Callable<Object> referred = outer::call;
      return n + ":" + referred.call();
    };
  }
}
