package dev.respool.it.targets;

/** Record patterns, nested, with accessors that suspend, in switches and in instanceof. */
public final class RecordPatterns {
  private sealed interface Tree permits Leaf, Node {}

  private record Leaf(int value) implements Tree {
    @Override
    public int value() {
      return Probe.i(value);
    }
  }

  private record Node(Tree left, Tree right) implements Tree {}

  private record Pair<A, B>(A first, B second) {}

  private RecordPatterns() {}

  public static Object run() {
    Tree tree = new Node(new Node(new Leaf(1), new Leaf(2)), new Leaf(Probe.i(3)));
    StringBuilder out = new StringBuilder().append(sum(tree));
    if (tree instanceof Node(Node(Leaf(var a), var b), Leaf c) && Probe.b(true)) {
      out.append(' ').append(a).append(sum(b)).append(c.value());
    }
    return out.append(pair(new Pair<>("x", 1L))).append(pair(new Pair<>(2, "y"))).toString();
  }

  private static int sum(Tree tree) {
    return switch (tree) {
      case Node(Leaf(int a), Leaf(int b)) when Probe.b(a < b) -> a + Probe.i(b);
      case Node(Tree left, Tree right) -> sum(left) * 10 + sum(right);
      case Leaf(int value) -> Probe.i(value);
    };
  }

  private static String pair(Pair<?, ?> pair) {
    return switch (pair) {
      case Pair<?, ?>(String text, Long number) when Probe.l(number) > 0 -> Probe.ref(text) + number;
      case Pair<?, ?>(var first, String second) -> Probe.ref(second) + Probe.ref(first);
      default -> "other";
    };
  }
}
