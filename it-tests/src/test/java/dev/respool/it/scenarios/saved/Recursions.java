package dev.respool.it.scenarios.saved;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.io.Serializable;

/** Methods that are suspended while they call themselves. */
public final class Recursions {
  private Recursions() {}

  /** A tree of numbers. */
  record Node(Node left, int key, Node right) implements Serializable {
    static Node balanced(int from, int to) {
      int middle = (from + to) >>> 1;
      return from > to
          ? null
          : new Node(balanced(from, middle - 1), middle, balanced(middle + 1, to));
    }

    @Suspendable
    static int walk(Node node) {
      if (node == null) {
        return 0;
      }
      int left = walk(node.left);
      Coroutine.yield(node.key);
      return left + 1 + walk(node.right);
    }
  }

  /** Yields the keys of a tree in their order. */
  @Suspendable
  static Object walk(int last) {
    return Node.walk(Node.balanced(1, last));
  }

  /** Yields once, so many calls deep; takes a number or null. */
  @Suspendable
  public static double descend(int depth, long l, String s) {
    double half = depth / 2.0;
    if (depth == 0) {
      Integer answer = Coroutine.yield("deep");
      return answer == null ? 0.25 : answer;
    }
    return half + l + s.length() + descend(depth - 1, l + 1, s);
  }
}
