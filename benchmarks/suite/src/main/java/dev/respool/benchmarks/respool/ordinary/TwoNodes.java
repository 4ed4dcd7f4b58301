package dev.respool.benchmarks.respool.ordinary;

import dev.respool.Suspendable;

/** An interpreter of sums of variables. */
@Suspendable
final class TwoNodes implements Program {
  private static final int DEPTH = 7;

  private final int first;
  private final int rounds;
  private final Node sum = sum(DEPTH, 0);

  /**
   * @param first what each variable has at first
   */
  TwoNodes(int first, int rounds) {
    this.first = first;
    this.rounds = rounds;
  }

  @Override
  public int run() {
    int[] variables = {first, first, first, first};
    int total = 0;
    for (int round = 0; round < rounds; round++) {
      variables[1] = first + round;
      total += sum.value(variables);
    }
    return total;
  }

  private static Node sum(int depth, int number) {
    return depth == 0
        ? new Variable(number & 3)
        : new Sum(sum(depth - 1, 2 * number), sum(depth - 1, 2 * number + 1));
  }

  private interface Node {
    @Suspendable
    int value(int[] variables);
  }

  private record Variable(int index) implements Node {
    @Override
    public int value(int[] variables) {
      int value = variables[index];
      if (value < 0) {
        Pause.at(value);
      }
      return value;
    }
  }

  private record Sum(Node left, Node right) implements Node {
    @Override
    public int value(int[] variables) {
      return left.value(variables) + right.value(variables);
    }
  }
}
