package dev.respool.benchmarks.respool.ordinary;

import dev.respool.Suspendable;
import java.util.Random;

/** An interpreter of expressions. */
@Suspendable
final class EightNodes implements Program {
  private static final int DEPTH = 7;
  private static final int SEED = 4;

  private final int first;
  private final int rounds;
  private final Node expression = expression(new Random(SEED), DEPTH);

  /**
   * @param first the first of the variables' values
   */
  EightNodes(int first, int rounds) {
    this.first = first;
    this.rounds = rounds;
  }

  @Override
  public int run() {
    int[] variables = {first, first + 1, first + 2, first + 3};
    int total = 0;
    for (int round = 0; round < rounds; round++) {
      variables[1] = round;
      total += expression.value(variables);
    }
    return total;
  }

  private static Node expression(Random random, int depth) {
    if (depth == 0) {
      return random.nextBoolean()
          ? new Constant(random.nextInt(9))
          : new Variable(random.nextInt(4));
    }
    int below = depth - 1;
    return switch (random.nextInt(6)) {
      case 0 -> new Sum(expression(random, below), expression(random, below));
      case 1 -> new Product(expression(random, below), expression(random, below));
      case 2 ->
          new Choice(
              expression(random, below), expression(random, below), expression(random, below));
      case 3 -> new Stop(expression(random, below));
      case 4 -> new Negation(expression(random, below));
      default -> new Remainder(expression(random, below), expression(random, below));
    };
  }

  private interface Node {
    @Suspendable
    int value(int[] variables);
  }

  private record Constant(int value) implements Node {
    @Override
    public int value(int[] variables) {
      return value;
    }
  }

  private record Variable(int index) implements Node {
    @Override
    public int value(int[] variables) {
      return variables[index];
    }
  }

  private record Sum(Node left, Node right) implements Node {
    @Override
    public int value(int[] variables) {
      return left.value(variables) + right.value(variables);
    }
  }

  private record Product(Node left, Node right) implements Node {
    @Override
    public int value(int[] variables) {
      return left.value(variables) * right.value(variables);
    }
  }

  private record Choice(Node condition, Node yes, Node no) implements Node {
    @Override
    public int value(int[] variables) {
      return condition.value(variables) > 0 ? yes.value(variables) : no.value(variables);
    }
  }

  private record Stop(Node node) implements Node {
    @Override
    public int value(int[] variables) {
      if (variables[0] < 0) {
        Pause.at(variables[0]);
      }
      return node.value(variables);
    }
  }

  private record Negation(Node node) implements Node {
    @Override
    public int value(int[] variables) {
      return -node.value(variables);
    }
  }

  private record Remainder(Node left, Node right) implements Node {
    @Override
    public int value(int[] variables) {
      int divisor = right.value(variables);
      return divisor == 0 ? 0 : left.value(variables) % divisor;
    }
  }
}
