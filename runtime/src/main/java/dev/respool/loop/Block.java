package dev.respool.loop;

/**
 * Code of a task that runs as a child of it, while the task waits for it: the body of {@code
 * withTimeout}, for example. For programs it is the calling task: it holds the same mutexes and has
 * the same values.
 */
class Block extends TaskState {
  private final TaskState caller;

  Block(TaskState caller, Object body) {
    super(caller.reactor(), caller, body);
    this.caller = caller;
  }

  @Override
  final TaskState actor() {
    return caller.actor();
  }

  @Override
  Binding<?> bindings() {
    return caller.bindings();
  }

  @Override
  void setBindings(Binding<?> changed) {
    caller.setBindings(changed);
  }

  @Override
  final Object[] captured() {
    return caller.captured();
  }

  @Override
  final void setCaptured(Object[] captured) {
    caller.setCaptured(captured);
  }
}
