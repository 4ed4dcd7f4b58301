package dev.respool.loop;

import dev.respool.inspect.WaitKind;
import java.util.List;

/** Waits until one of several alternatives is chosen, and withdraws the others in the same step. */
final class SelectWait extends Wait {
  private final List<Alternative<?>> alternatives;
  private int armed;

  SelectWait(List<Alternative<?>> alternatives) {
    this.alternatives = alternatives;
  }

  @Override
  void arm() {
    for (Alternative<?> alternative : alternatives) {
      alternative.arm(this);
      armed++;
    }
  }

  @Override
  void disarm() {
    alternatives.subList(0, armed).forEach(Alternative::disarm);
  }

  /** The select returns this one. */
  void choose(Alternative<?> chosen) {
    disarm();
    succeed(chosen);
  }

  /** The select throws, because an alternative has failed. */
  void refuse(RuntimeException failure) {
    disarm();
    fail(failure);
  }

  /** The select throws what a task has failed with. */
  void refuse(TaskState ended) {
    disarm();
    JoinWait.deliver(this, ended);
  }

  @Override
  WaitKind kind() {
    return WaitKind.SELECT;
  }

  @Override
  public String toString() {
    return "Select.await for " + alternatives;
  }
}
