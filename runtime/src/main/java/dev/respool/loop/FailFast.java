package dev.respool.loop;

/** The block of a scope that the first failure of a task ends. */
final class FailFast extends ScopeBlock {
  private Throwable first; // null until a task has failed; the other failures are suppressed in it

  FailFast(TaskState caller, TaskScope<?> scope) {
    super(caller, scope);
  }

  @Override
  void childEnded(TaskState child, boolean failedItself) {
    if (child.isFailure()) {
      child.setObserved();
      Throwable before = first == null ? failureOfBody() : first;
      first = Failures.both(before, child.failure());
      decide(", because " + child + " of its scope failed with " + child.failure());
    }
    super.childEnded(child, failedItself);
  }

  @Override
  void settle() {
    if (first != null) {
      setOutcome(null, Failures.both(first, failureOfBody()));
    }
  }
}
