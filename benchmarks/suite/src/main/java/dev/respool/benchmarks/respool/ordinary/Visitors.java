package dev.respool.benchmarks.respool.ordinary;

import dev.respool.Suspendable;

/** Two visitors of an expression: its value and its height. */
@Suspendable
final class Visitors implements Program {
  private static final int DEPTH = 6;

  private final Node expression;
  private final int rounds;

  Visitors(int first, int rounds) {
    this.expression = expression(DEPTH, first);
    this.rounds = rounds;
  }

  @Override
  public int run() {
    int total = 0;
    for (int round = 0; round < rounds; round++) {
      total += expression.accept(new Value(round)) ^ expression.accept(new Height());
    }
    return total;
  }

  private static Node expression(int depth, int number) {
    if (depth == 0) {
      return new Leaf(number);
    }
    Node left = expression(depth - 1, number);
    Node right = expression(depth - 1, number + depth);
    return depth % 2 == 0 ? new Sum(left, right) : new Product(left, right);
  }

  @Suspendable
  private interface Node {
    int accept(Visitor visitor);
  }

  private record Leaf(int number) implements Node {
    @Override
    public int accept(Visitor visitor) {
      return visitor.leaf(this);
    }
  }

  private record Sum(Node left, Node right) implements Node {
    @Override
    public int accept(Visitor visitor) {
      return visitor.sum(this);
    }
  }

  private record Product(Node left, Node right) implements Node {
    @Override
    public int accept(Visitor visitor) {
      return visitor.product(this);
    }
  }

  @Suspendable
  private interface Visitor {
    int leaf(Leaf leaf);

    int sum(Sum sum);

    int product(Product product);
  }

  private record Value(int added) implements Visitor {
    @Override
    public int leaf(Leaf leaf) {
      if (leaf.number() < 0) {
        Pause.at(leaf.number());
      }
      return leaf.number() + added;
    }

    @Override
    public int sum(Sum sum) {
      return sum.left().accept(this) + sum.right().accept(this);
    }

    @Override
    public int product(Product product) {
      return product.left().accept(this) * product.right().accept(this);
    }
  }

  private record Height() implements Visitor {
    @Override
    public int leaf(Leaf leaf) {
      if (leaf.number() < 0) {
        Pause.at(leaf.number());
      }
      return 1;
    }

    @Override
    public int sum(Sum sum) {
      return 1 + Math.max(sum.left().accept(this), sum.right().accept(this));
    }

    @Override
    public int product(Product product) {
      return 1 + Math.max(product.left().accept(this), product.right().accept(this));
    }
  }
}
