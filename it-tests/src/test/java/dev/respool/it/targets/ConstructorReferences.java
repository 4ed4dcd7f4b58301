package dev.respool.it.targets;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** References to constructors that suspend, as functions of the JDK and as others. */
public final class ConstructorReferences {
  private final int own;

  private ConstructorReferences(int own) {
    this.own = Probe.i(own);
  }

  private static final class Box<T> {
    final T value;

    Box(T value) {
      this.value = Probe.ref(value);
    }

    Box() {
      this(null);
    }

    private Box(Integer number, long wide) {
      Probe.hit(number + " " + wide);
      value = null;
    }
  }

  private final class Inner {
    final int sum;

    Inner(int n) {
      sum = own + Probe.i(n);
    }
  }

  private static final class Noisy implements Runnable {
    Noisy() {
      Probe.hit("noisy");
      Probe.hit("noisier");
    }

    @Override
    public void run() {
      Probe.hit("never");
    }
  }

  private interface Maker {
    Object make(int number, int wide);
  }

  public static Object run() {
    Supplier<Box<String>> empty = Box::new;
    Function<String, Box<String>> full = Box::new;
    BiFunction<Integer, Integer, Object> other = Box::new;
    Maker maker = Box<String>::new;
    IntFunction<ConstructorReferences> outer = ConstructorReferences::new;
    ConstructorReferences made = outer.apply(3);
    IntFunction<Inner> inner = made.new Inner(1).sum > 0 ? made.maker() : null;
    Runnable noisy = Noisy::new;
    noisy.run();
    IntFunction<int[]> array = int[]::new;
    return empty.get().value
        + full.apply("full").value
        + (other.apply(1, 2) instanceof Box)
        + (maker.make(3, 4) instanceof Box)
        + inner.apply(5).sum
        + array.apply(Probe.i(6)).length;
  }

  private IntFunction<Inner> maker() {
    return Inner::new;
  }
}
