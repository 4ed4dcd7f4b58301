package dev.respool.loop;

/** A task that was started by its scope, and not by {@link Tasks#async} in the scope's body. */
final class Member extends TaskState {
  Member(ScopeBlock scope, Object body) {
    super(scope.reactor(), scope, body);
  }
}
