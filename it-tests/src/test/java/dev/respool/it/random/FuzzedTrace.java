package dev.respool.it.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Operations for the interpreter.
 *
 * @param seed what they follow from
 * @param steps in the order in which they are fetched
 */
record FuzzedTrace(long seed, List<Op> steps) {
  private static final int FEWEST = 8;
  private static final int MOST = 48;
  private static final List<Op> WEIGHTED = weighted();

  /** The same trace for the same seed, on every JDK. */
  static FuzzedTrace of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int length = random.nextInt(FEWEST, MOST);
    return new FuzzedTrace(
        seed,
        IntStream.range(0, length)
            .mapToObj(i -> WEIGHTED.get(random.nextInt(WEIGHTED.size())))
            .toList());
  }

  private static List<Op> weighted() {
    List<Op> ops = new ArrayList<>();
    for (Op op : Op.values()) {
      for (int i = 0; i < weight(op); i++) {
        ops.add(op);
      }
    }
    return ops;
  }

  private static int weight(Op op) {
    return switch (op) {
      case YIELD -> 16;
      case RETURN -> 8;
      case CATCH, LOOP -> 4;
      case REFLECTION, PROXY, THROW -> 1;
      default -> 3;
    };
  }
}
