package dev.respool.benchmarks;

/** A binary tree of ints. Its fields are read directly, so that a walk measures the coroutines. */
public final class Tree {
  /** This node's value: its position in the in-order walk, from 0. */
  public final int value;

  /** The lesser values, or {@code null}. */
  public final Tree left;

  /** The greater values, or {@code null}. */
  public final Tree right;

  private Tree(int value, Tree left, Tree right) {
    this.value = value;
    this.left = left;
    this.right = right;
  }

  /**
   * A tree as flat as can be.
   *
   * @param nodes how many, at least 1
   * @return its root; the values are 0 to {@code nodes - 1} in order
   */
  public static Tree balanced(int nodes) {
    if (nodes < 1) {
      throw new IllegalArgumentException("A tree has at least one node, not " + nodes);
    }
    return between(0, nodes);
  }

  private static Tree between(int from, int to) {
    if (from == to) {
      return null;
    }
    int middle = (from + to) >>> 1;
    return new Tree(middle, between(from, middle), between(middle + 1, to));
  }
}
