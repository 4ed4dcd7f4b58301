package dev.respool.it.targets;

/** A tree is built, walked in order, mirrored and summed, all with suspensions. */
public final class MirrorTree {
  private MirrorTree() {}

  private record Tree(Tree left, int value, Tree right) {
    static Tree of(int low, int high) {
      if (low > high) {
        return null;
      }
      int middle = (low + high) >>> 1;
      return new Tree(of(low, middle - 1), Probe.i(middle), of(middle + 1, high));
    }

    Tree mirrored() {
      return new Tree(
          right == null ? null : right.mirrored(),
          Probe.i(value),
          left == null ? null : left.mirrored());
    }

    static int sum(Tree tree) {
      return tree == null ? 0 : sum(tree.left) + Probe.i(tree.value) + sum(tree.right);
    }

    void walk(StringBuilder out) {
      if (left != null) {
        left.walk(out);
      }
      out.append(Probe.i(value)).append(' ');
      if (right != null) {
        right.walk(out);
      }
    }
  }

  public static Object run() {
    Tree tree = Tree.of(1, 7);
    StringBuilder out = new StringBuilder();
    tree.walk(out);
    tree.mirrored().walk(out);
    return out.append(Tree.sum(tree)).toString();
  }
}
