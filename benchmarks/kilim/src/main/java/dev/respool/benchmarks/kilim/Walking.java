package dev.respool.benchmarks.kilim;

import dev.respool.benchmarks.Tree;
import kilim.Fiber;
import kilim.Pausable;

/** The in-order walk of W3. */
final class Walking extends Routine {
  private final Tree root;

  Walking(Tree root) {
    this.root = root;
  }

  @Override
  public void execute() throws Pausable {
    walk(root);
  }

  /** The children are looked at before the call, as each suspended method costs on the way back. */
  private void walk(Tree node) throws Pausable {
    if (node.left != null) {
      walk(node.left);
    }
    value = node.value;
    Fiber.yield();
    if (node.right != null) {
      walk(node.right);
    }
  }
}
