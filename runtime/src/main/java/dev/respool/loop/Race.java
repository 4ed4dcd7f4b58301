package dev.respool.loop;

import java.util.concurrent.CancellationException;

/** The block of a scope that the first result of a task ends. */
final class Race extends ScopeBlock {
  private TaskState winner; // null until there is one
  private Throwable first; // of the failures before; the others are suppressed in it

  Race(TaskState caller, TaskScope<?> scope) {
    super(caller, scope);
  }

  @Override
  void childEnded(TaskState child, boolean failedItself) {
    if (child instanceof Member) {
      memberEnded(child);
    }
    super.childEnded(child, failedItself);
  }

  private void memberEnded(TaskState member) {
    if (winner != null) {
      tellOfLoser(member);
    } else if (member.failure() == null) {
      winner = member;
      decide(", because " + member + " of its scope was first");
    } else if (member.isFailure()) {
      member.setObserved();
      first = Failures.both(first, member.failure());
    }
  }

  /** The winner's result is returned, so a failure after it would not be seen. */
  private void tellOfLoser(TaskState loser) {
    if (loser.hasUnobservedFailure()) {
      loser.setObserved();
      reactor().lostFailures().tell(loser);
    }
  }

  @Override
  void settle() {
    if (winner != null) {
      tellOfBody();
      setOutcome(winner.result(), null);
    } else if (failure() == null) {
      setOutcome(null, first == null ? nobody() : first);
    } else if (isFailure()) {
      Failures.both(failure(), first);
    }
  }

  private void tellOfBody() {
    if (failureOfBody() != null) {
      reactor().lostFailures().tell(this);
    }
  }

  private RuntimeException nobody() {
    return hasMembers()
        ? new CancellationException("all tasks of the scope were cancelled")
        : new IllegalStateException(
            "TaskScope.firstSuccess has no result, because its body started no task: call"
                + " scope.async in it");
  }
}
