package dev.respool.benchmarks.respool.ordinary;

import dev.respool.Suspendable;
import java.util.function.Function;

/** A chain of functions: each does a little and asks the next. */
@Suspendable
final class Decorators implements Program {
  private static final int ATTEMPTS = 3;

  private final int first;
  private final int count;
  private final Function<Integer, Integer> chain =
      counted(retried(bounded(counted(retried(bounded(Decorators::answer))))));
  private int calls;

  Decorators(int first, int count) {
    this.first = first;
    this.count = count;
  }

  @Override
  public int run() {
    calls = 0;
    int sum = 0;
    for (int i = first; i < first + count; i++) {
      sum += chain.apply(i);
    }
    return sum ^ calls;
  }

  private static Integer answer(Integer number) {
    if (number < 0) {
      Pause.at(number);
    }
    return number ^ 0x55;
  }

  private Function<Integer, Integer> counted(Function<Integer, Integer> next) {
    return number -> {
      calls++;
      return next.apply(number);
    };
  }

  private static Function<Integer, Integer> retried(Function<Integer, Integer> next) {
    return number -> {
      for (int attempt = 1; ; attempt++) {
        try {
          return next.apply(number);
        } catch (IllegalStateException e) {
          if (attempt == ATTEMPTS) {
            throw e;
          }
        }
      }
    };
  }

  private static Function<Integer, Integer> bounded(Function<Integer, Integer> next) {
    return number -> Math.min(next.apply(number), 1 << 20);
  }
}
