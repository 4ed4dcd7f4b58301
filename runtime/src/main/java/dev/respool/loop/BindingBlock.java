package dev.respool.loop;

/** A block with bindings that end with it. */
final class BindingBlock extends Block {
  private Binding<?> bindings;

  BindingBlock(TaskState caller, Object body, Binding<?> bindings) {
    super(caller, body);
    this.bindings = bindings;
  }

  @Override
  Binding<?> bindings() {
    return bindings;
  }

  @Override
  void setBindings(Binding<?> changed) {
    bindings = changed;
  }
}
