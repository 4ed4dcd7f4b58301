package dev.respool.loop;

/** The block of a scope, whose children are the tasks of the scope. */
abstract class ScopeBlock extends Block {
  private boolean decided;
  private boolean hasMembers;

  ScopeBlock(TaskState caller, TaskScope<?> scope) {
    super(caller, scope);
  }

  /** Starts a task of the scope. */
  final TaskState fork(Object body) {
    if (!reactor().isLoopThread()) {
      throw new IllegalStateException(
          "a task is started in a scope of another event loop: only the body and the tasks of a"
              + " scope may do so; use EventLoop.spawn");
    }
    if (isDone()) {
      throw new IllegalStateException(
          "a task is started in a scope that has ended with its block: start it inside the block,"
              + " or with Tasks.async, which makes it a child of the calling task");
    }
    hasMembers = true;
    Member member = new Member(this, body);
    member.inherit();
    reactor().start(member);
    if (isEnding()) {
      member.cancel(", because its scope ended before it began");
    }
    return member;
  }

  final boolean hasMembers() {
    return hasMembers;
  }

  /** The scope's result is known: the body and the tasks that still run are cancelled. */
  final void decide(String why) {
    if (!decided) {
      decided = true;
      cancel(why);
      Cancellation.cancel(children(), why);
    }
  }

  /** Null if the body has not failed, or is cancelled. */
  final Throwable failureOfBody() {
    return isFailure() ? failure() : null;
  }
}
