package dev.respool.loop;

/** The block of a scope in which no task depends on another one. */
final class Supervision extends ScopeBlock {
  private final FailureHandler handler;

  Supervision(TaskState caller, TaskScope<?> scope, FailureHandler handler) {
    super(caller, scope);
    this.handler = handler;
  }

  @Override
  void childEnded(TaskState child, boolean failedItself) {
    if (child.hasUnobservedFailure()) {
      child.setObserved();
      LostFailures.tell(handler, child);
    }
    super.childEnded(child, failedItself);
  }
}
