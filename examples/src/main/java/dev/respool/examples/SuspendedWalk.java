package dev.respool.examples;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.io.PrintStream;

/** Suspends a walk through a tree in the middle, and prints what it holds there. */
public final class SuspendedWalk {
  record Node(Node left, String name, Node right) {
    @Override
    public String toString() {
      return name;
    }
  }

  private SuspendedWalk() {}

  @Suspendable
  static int walk(Node node, int depth) {
    if (node == null) {
      return 0;
    }
    int before = walk(node.left(), depth + 1);
    Coroutine.yield(node.name());
    int after = walk(node.right(), depth + 1);
    return before + 1 + after;
  }

  /** Walks as far as this node of a tree of five. */
  static Coroutine<Object, Object> suspendedAt(String name) {
    Node f = new Node(new Node(null, "C", null), "F", new Node(null, "H", null));
    Node root = new Node(f, "M", new Node(null, "T", null));
    Coroutine<Object, Object> walk = Coroutine.create(first -> walk(root, 0));
    while (!name.equals(walk.resume())) {
      // until it stands there
    }
    return walk;
  }

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    print(System.out);
  }

  static void print(PrintStream out) {
    suspendedAt("H").frames().forEach(out::println);
  }
}
