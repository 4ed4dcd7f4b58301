package dev.respool.benchmarks.respool.kinds;

import dev.respool.IntGeneratorBody;
import dev.respool.IntYielder;
import dev.respool.Suspendable;
import java.util.List;

/** Instance methods: of classes, a subclass, a record, an enum, an interface and lambdas. */
final class Receivers {
  private static class Counter {
    int count;

    @Suspendable
    void run(IntYielder g) {
      while (true) {
        next(g);
      }
    }

    @Suspendable
    void next(IntYielder g) {
      g.yield(count++);
    }
  }

  private static final class LongCounter extends Counter {
    private long total;

    @Override
    @Suspendable
    void next(IntYielder g) {
      super.next(g);
      total += count;
      g.yield((int) total);
    }
  }

  private record Range(int from, int to) implements IntGeneratorBody {
    @Override
    @Suspendable
    public void run(IntYielder g) {
      while (true) {
        for (int n = from; n < to; n++) {
          g.yield(n);
        }
      }
    }
  }

  private enum Light {
    RED,
    GREEN;

    @Suspendable
    void blink(IntYielder g) {
      for (int times = 0; ; times++) {
        g.yield(ordinal() + times);
      }
    }
  }

  private interface Shape {
    int area();

    @Suspendable
    default void grow(IntYielder g) {
      for (int factor = 1; ; factor++) {
        g.yield(area() * factor);
      }
    }
  }

  private static final class Stack<T extends Number> {
    private final T top;

    Stack(T top) {
      this.top = top;
    }

    @Suspendable
    void peek(IntYielder g) {
      for (T seen = top; ; seen = top) {
        g.yield(seen.intValue());
      }
    }
  }

  private Receivers() {}

  static List<IntGeneratorBody> all() {
    int captured = 5;
    String name = "captured";
    return List.of(
        new Counter()::run,
        new LongCounter()::run,
        new Range(3, 9),
        Light.GREEN::blink,
        ((Shape) () -> 12)::grow,
        new Stack<>(2.5)::peek,
        g -> {
          for (int n = captured; ; n += captured) {
            g.yield(n);
          }
        },
        g -> {
          for (long n = name.length(); ; n += 2) {
            g.yield((int) n);
          }
        });
  }
}
