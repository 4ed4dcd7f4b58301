package dev.respool.benchmarks.javaflow;

import dev.respool.benchmarks.Tree;
import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** The in-order walk of W3. */
final class Walking extends Routine {
  private final Tree root;

  Walking(Tree root) {
    this.root = root;
  }

  @Override
  public @continuable void run() {
    walk(root);
  }

  /** The children are looked at before the call, as each suspended method costs on the way back. */
  private @continuable void walk(Tree node) {
    if (node.left != null) {
      walk(node.left);
    }
    value = node.value;
    Continuation.suspend();
    if (node.right != null) {
      walk(node.right);
    }
  }
}
