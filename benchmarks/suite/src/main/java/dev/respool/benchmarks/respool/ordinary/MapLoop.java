package dev.respool.benchmarks.respool.ordinary;

import dev.respool.Suspendable;
import java.util.HashMap;
import java.util.Map;

/** Sums over the keys and values of a map, again and again. */
@Suspendable
final class MapLoop implements Program {
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final int rounds;

  MapLoop(int first, int count, int rounds) {
    for (int i = first; i < first + count; i++) {
      numbers.put(i, i);
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
    for (Map.Entry<Integer, Integer> entry : numbers.entrySet()) {
      sum += entry.getKey() + entry.getValue();
      if (entry.getKey() < 0) {
        Pause.at(entry.getKey());
      }
    }
    return sum;
  }
}
