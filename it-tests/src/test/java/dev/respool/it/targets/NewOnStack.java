package dev.respool.it.targets;

import java.util.ArrayList;
import java.util.List;

/** Uninitialised objects among other operands, thrown, stored and returned. */
public final class NewOnStack {
  private NewOnStack() {}

  private static final class Node {
    final int value;
    Node next;

    Node(int value, Node next) {
      this.value = value;
      this.next = next;
    }

    Node with(Node other) {
      next = other;
      return this;
    }
  }

  public static Object run() {
    List<Object> all = new ArrayList<>();
    Node[] nodes = new Node[2];
    nodes[Probe.i(0)] =
        new Node(Probe.i(1), new Node(Probe.i(2), null).with(new Node(Probe.i(3), null)));
    nodes[1] = new Node(4, nodes[Probe.i(0)]);
    nodes[1].next.next = new Node(Probe.i(5), nodes[1]);
    all.add(new Node(nodes[1].next.next.value + Probe.i(6), null).value);
    try {
      throw new IllegalStateException(Probe.ref("why"), new RuntimeException(Probe.ref("cause")));
    } catch (IllegalStateException e) {
      all.add(e.getMessage() + e.getCause().getMessage());
    }
    new Node(Probe.i(7), null).with(null);
    return all + " " + made(8).value;
  }

  private static Node made(int value) {
    return new Node(value * Probe.i(value), value > 0 ? new Node(Probe.i(0), null) : null);
  }
}
