package dev.respool.it.targets.marked;

import dev.respool.Suspendable;
import dev.respool.it.targets.Probe;
import java.util.function.Function;
import java.util.function.Supplier;

/** What stands in a marked class, its initialisers too, and functions that are classes. */
@Suspendable
public final class MarkedClasses {
  private MarkedClasses() {}

  private static final Function<Supplier<Integer>, Integer> IN_INITIALISER =
      new Function<>() {
        private final Supplier<Supplier<Integer>> kept = () -> () -> Probe.i(1);

        @Override
        public Integer apply(Supplier<Integer> supplier) {
          return supplier.get() + kept.get().get();
        }
      };

  @Suspendable
  private record Pipe<A, B, C>(Function<A, B> first, Function<B, C> second)
      implements Function<A, C> {
    @Override
    public C apply(A value) {
      return second.apply(first.apply(value));
    }
  }

  private static final class Once implements Supplier<Integer> {
    private final Supplier<Integer> inner;

    Once(Supplier<Integer> inner) {
      this.inner = inner;
    }

    @Override
    @Suspendable
    public Integer get() {
      return inner.get();
    }
  }

  public static Object run() {
    Function<Integer, String> pipe = new Pipe<>(n -> Probe.i(n) + 1, n -> "p" + Probe.i(n));
    return pipe.apply(IN_INITIALISER.apply(new Once(() -> Probe.i(2))));
  }
}
