package dev.respool.it.targets.marked;

import dev.respool.Suspendable;
import dev.respool.it.targets.Probe;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Supplier;

/** Local and anonymous classes, which have their method's mark. */
public final class LocalClasses {
  private LocalClasses() {}

  private static final Supplier<Integer> ONE = () -> Probe.i(1);

  /** A mark that an unmarked method's lambda gets from its interface. */
  @Suspendable
  private interface Step {
    Object go();
  }

  @Suspendable
  public static Object run() {
    StringBuilder all = new StringBuilder();
    for (Iterator<Integer> numbers = numbers(() -> Probe.i(2)); numbers.hasNext(); ) {
      all.append(numbers.next()).append(' ');
    }
    all.append(wrapped(ONE).get()).append(' ').append(applied(n -> n + Probe.i(3)));
    all.append(' ').append(inLambda(() -> Probe.i(4)).go());
    return all.append(' ').append(inAnonymous(() -> Probe.i(5)).get().get()).toString();
  }

  @Suspendable
  private static Iterator<Integer> numbers(Supplier<Integer> source) {
    return new Iterator<>() {
      private int left = 2;

      @Override
      public boolean hasNext() {
        return left > 0;
      }

      @Override
      public Integer next() {
        return source.get() + --left;
      }
    };
  }

  @Suspendable
  private static Supplier<Integer> wrapped(Supplier<Integer> inner) {
    record Wrapper(Supplier<Integer> inner) implements Supplier<Integer> {
      @Override
      public Integer get() {
        return twice() + inner.get();
      }

      private int twice() {
        return inner.get() * 2;
      }
    }
    return new Wrapper(inner);
  }

  @Suspendable
  private static int applied(Function<Integer, Integer> function) {
    class Counter {
      private int count = function.apply(1);

      int count() {
        return count += function.apply(count);
      }
    }
    Counter counter = new Counter();
    return counter.count() + counter.count();
  }

  /** The class file says of both classes that they stand in this method, which has no mark. */
  private static Step inLambda(Supplier<Integer> inner) {
    return () -> {
      class Local {
        int twice() {
          return 2 * inner.get();
        }
      }
      Supplier<Integer> anonymous =
          new Supplier<>() {
            @Override
            public Integer get() {
              return new Local().twice() + inner.get();
            }
          };
      return anonymous.get();
    };
  }

  @Suspendable
  private static Supplier<Supplier<Integer>> inAnonymous(Supplier<Integer> inner) {
    return new Supplier<>() {
      @Override
      public Supplier<Integer> get() {
        Supplier<Integer> lambda = () -> inner.get();
        return new Supplier<>() {
          @Override
          public Integer get() {
            return lambda.get();
          }
        };
      }
    };
  }
}
