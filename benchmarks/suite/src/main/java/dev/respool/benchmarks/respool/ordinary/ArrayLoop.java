package dev.respool.benchmarks.respool.ordinary;

import dev.respool.Suspendable;

/** A sum over an array; another object says what each number counts. */
@Suspendable
final class ArrayLoop implements Program {
  private final int[] numbers;
  private final Scale scale = new Scale(31);

  ArrayLoop(int first, int count) {
    numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = first + i;
    }
  }

  @Override
  public int run() {
    int sum = 0;
    for (int number : numbers) {
      sum += scale.of(number);
    }
    return sum;
  }

  /** Not final: the call of its method is dispatched. */
  @Suspendable
  private static class Scale {
    private final int factor;

    Scale(int factor) {
      this.factor = factor;
    }

    int of(int number) {
      if (number < 0) {
        Pause.at(number);
      }
      return number * factor ^ number >>> 3;
    }
  }
}
