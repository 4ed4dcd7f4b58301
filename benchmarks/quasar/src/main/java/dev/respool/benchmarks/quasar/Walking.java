package dev.respool.benchmarks.quasar;

import co.paralleluniverse.fibers.Fiber;
import co.paralleluniverse.fibers.SuspendExecution;
import dev.respool.benchmarks.Tree;

/** The in-order walk of W3. */
final class Walking extends Routine {
  private final Tree root;

  Walking(Tree root) {
    this.root = root;
  }

  @Override
  protected Object run() throws SuspendExecution {
    walk(root);
    return null;
  }

  /** The children are looked at before the call, as each suspended method costs on the way back. */
  private void walk(Tree node) throws SuspendExecution {
    if (node.left != null) {
      walk(node.left);
    }
    value = node.value;
    Fiber.park();
    if (node.right != null) {
      walk(node.right);
    }
  }
}
