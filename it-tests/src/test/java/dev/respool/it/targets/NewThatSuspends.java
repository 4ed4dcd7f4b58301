package dev.respool.it.targets;

import java.util.List;

/** Objects whose arguments and constructors both suspend, nested and among other operands. */
public final class NewThatSuspends {
  private NewThatSuspends() {}

  private static final class Node {
    final int value;
    final Node left;
    final Node right;
    final long wide;

    Node(int value, Node left, long wide, Node right) {
      this.value = Probe.i(value);
      this.left = left;
      this.right = right;
      this.wide = wide + Probe.l(wide);
    }

    Node(int value) {
      this.value = value;
      left = null;
      right = null;
      wide = Probe.l(value);
    }

    long sum() {
      return value + wide + (left == null ? 0 : left.sum()) + (right == null ? 0 : right.sum());
    }
  }

  public static Object run() {
    Node tree =
        new Node(
            Probe.i(1),
            new Node(Probe.i(2), new Node(3), Probe.l(4), null),
            5L,
            new Node(6, null, 7, new Node(Probe.i(8))));
    long operands = 10L * Probe.i(9) + new Node(10).wide * (11 - new Node(Probe.i(12)).value);
    double wide = Probe.d(0.5) + new Node(13).value / 2.0;
    Node[] nodes = {new Node(14), null, new Node(Probe.i(15))};
    nodes[Probe.i(1)] = new Node(16, nodes[0], nodes.length, new Node(17));
    Node chosen = Probe.b(true) ? new Node(18) : new Node(Probe.i(19));
    String text = "a" + new Node(20).value + new Node(Probe.i(21)).wide + Probe.ref("b");
    new Node(22);
    new Node(Probe.i(23));
    synchronizedLater(new Node(24), Probe.i(25), new Node(Probe.i(26)));
    List<Node> all = List.of(new Node(27), chosen, new Node(Probe.i(28)), nodes[1]);
    return tree.sum() + " " + operands + wide + text + sum(all) + thrown();
  }

  private static void synchronizedLater(Node a, int between, Node b) {
    Probe.hit(a.value + " " + between + " " + b.value);
  }

  private static long sum(List<Node> nodes) {
    long sum = 0;
    for (Node node : nodes) {
      sum += node.sum();
    }
    return sum;
  }

  private static String thrown() {
    try {
      throw new Failure(Probe.ref("why"), new Node(Probe.i(29)));
    } catch (Failure e) {
      return e.getMessage() + e.node.wide;
    }
  }

  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Node node;

    Failure(String message, Node node) {
      super(message + message.length());
      this.node = node;
      Probe.hit("failure");
    }
  }
}
