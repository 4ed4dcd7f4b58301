package dev.respool.loop;

import java.util.concurrent.CancellationException;

/** Waits for a block that does not hear of cancellations. */
final class ShieldWait extends BlockWait {
  private final Object body;

  ShieldWait(Object body) {
    this.body = body;
  }

  @Override
  Block create(TaskState caller) {
    return new Block(caller, body);
  }

  /** The task's next suspension will throw. */
  @Override
  void cancel(CancellationException reason) {}

  @Override
  public String toString() {
    return "Tasks.shielded" + forBlock();
  }
}
