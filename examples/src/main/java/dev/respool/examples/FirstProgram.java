package dev.respool.examples;

import dev.respool.Generator;
import dev.respool.Suspendable;
import dev.respool.Yielder;

/**
 * The program that stands at the beginning of the README: a recursive walk that yields at every
 * depth.
 */
public class FirstProgram {
  record Node(Node left, int value, Node right) {}

  @Suspendable
  static void walk(Node node, Yielder<Integer> g) {
    if (node != null) {
      walk(node.left(), g);
      g.yield(node.value()); // suspends every walk() that has led here
      walk(node.right(), g);
    }
  }

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Node tree = new Node(new Node(null, 1, null), 2, new Node(null, 3, null));
    for (int value : Generator.<Integer>of(g -> walk(tree, g))) {
      System.out.println(value);
    }
  }
}
