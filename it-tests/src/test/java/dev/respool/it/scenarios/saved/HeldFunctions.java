package dev.respool.it.scenarios.saved;

import dev.respool.Coroutine;
import dev.respool.Saveable;
import dev.respool.Suspendable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Lambdas and method references in locals, and what they have captured. */
@Saveable
final class HeldFunctions {
  private final String name;

  private HeldFunctions(String name) {
    this.name = name;
  }

  @Suspendable
  static Object all() {
    return new HeldFunctions("n").functions(2, 3L);
  }

  @Suspendable
  private Object functions(int i, long l) {
    double d = 0.5;
    char c = 'c';
    int[] ints = {4};
    Function<String, String> captured = s -> s + i + l + d + c + ints[0]++;
    Supplier<String> ofThis = () -> name + i;
    Supplier<Integer> bound = name::length;
    Function<String, String> unbound = String::toUpperCase;
    Supplier<List<String>> constructor = ArrayList::new;
    UnaryOperator<String> suspending = s -> s + Coroutine.yield("inside");
    IntUnaryOperator nested = x -> twice(y -> y + x, x);
    Coroutine.yield("functions");
    ints[0]++;
    String said = captured.apply("s") + ofThis.get() + bound.get() + unbound.apply("u");
    Coroutine.yield(said);
    return said + constructor.get() + suspending.apply("x") + nested.applyAsInt(5) + ints[0];
  }

  private static int twice(IntUnaryOperator operator, int value) {
    return operator.applyAsInt(operator.applyAsInt(value));
  }
}
