package dev.respool.benchmarks.respool.ordinary;

import dev.respool.Suspendable;
import java.util.ArrayList;
import java.util.List;

/** Sums over a list, again and again. */
@Suspendable
final class ListLoop implements Program {
  private final List<Integer> numbers = new ArrayList<>();
  private final int rounds;

  ListLoop(int first, int count, int rounds) {
    for (int i = first; i < first + count; i++) {
      numbers.add(i);
    }
    this.rounds = rounds;
  }

  @Override
  public int run() {
    int sum = 0;
    for (int round = 0; round < rounds; round++) {
      sum += sum();
    }
    return sum;
  }

  private int sum() {
    int sum = 0;
    for (int number : numbers) {
      sum += number;
      if (number < 0) {
        Pause.at(number);
      }
    }
    return sum;
  }
}
