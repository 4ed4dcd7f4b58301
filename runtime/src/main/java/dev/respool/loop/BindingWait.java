package dev.respool.loop;

/** Waits for a block that has values of {@link CoroutineLocal}s of its own. */
final class BindingWait extends BlockWait {
  private final Binding<?> bindings;
  private final Object body;

  BindingWait(Binding<?> bindings, Object body) {
    this.bindings = bindings;
    this.body = body;
  }

  @Override
  Block create(TaskState caller) {
    return new BindingBlock(caller, body, bindings);
  }

  @Override
  public String toString() {
    return "CoroutineLocal.where" + forBlock();
  }
}
