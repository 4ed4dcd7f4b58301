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
    } else if (member.outcome().failure() == null) {
      winner = member;
      decide(", because " + member + " of its scope was first");
    } else if (member.outcome().isFailure()) {
      member.outcome().observe();
      first = Failures.both(first, member.outcome().failure());
    }
  }

  /** The winner's result is returned, so a failure after it would not be seen. */
  private void tellOfLoser(TaskState loser) {
    if (loser.outcome().hasUnobservedFailure()) {
      loser.outcome().observe();
      reactor().lostFailures().tell(loser);
    }
  }

  @Override
  void settle() {
    if (winner != null) {
      tellOfBody();
      outcome().set(winner.outcome().value(), null);
    } else if (outcome().failure() == null) {
      outcome().set(null, first == null ? nobody() : first);
    } else if (outcome().isFailure()) {
      Failures.both(outcome().failure(), first);
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
