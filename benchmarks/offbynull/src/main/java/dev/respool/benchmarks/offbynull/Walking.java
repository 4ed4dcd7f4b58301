package dev.respool.benchmarks.offbynull;

import com.offbynull.coroutines.user.Continuation;
import dev.respool.benchmarks.Tree;

/** The in-order walk of W3. */
final class Walking extends Routine {
  private final Tree root;

  Walking(Tree root) {
    this.root = root;
  }

  @Override
  public void run(Continuation c) {
    walk(c, root);
  }

  /** The children are looked at before the call, as each suspended method costs on the way back. */
  private void walk(Continuation c, Tree node) {
    if (node.left != null) {
      walk(c, node.left);
    }
    value = node.value;
    c.suspend();
    if (node.right != null) {
      walk(c, node.right);
    }
  }
}
