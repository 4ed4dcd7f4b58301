package dev.respool.loop;

import java.util.function.BiFunction;

/** Waits for the block of a scope. */
final class ScopeWait extends BlockWait {
  private final String method;
  private final TaskScope<?> scope;
  private final BiFunction<TaskState, TaskScope<?>, ScopeBlock> kind;

  ScopeWait(
      String method, TaskScope<?> scope, BiFunction<TaskState, TaskScope<?>, ScopeBlock> kind) {
    this.method = method;
    this.scope = scope;
    this.kind = kind;
  }

  @Override
  Block create(TaskState caller) {
    ScopeBlock block = kind.apply(caller, scope);
    scope.begin(block);
    return block;
  }

  @Override
  public String toString() {
    return method + forBlock();
  }
}
