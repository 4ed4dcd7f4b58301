package dev.respool.loop;

/** Is chosen when nothing else is ready; a select with it does not wait. */
final class DefaultAlternative extends Alternative<Void> {
  @Override
  void enter(TaskState self) {}

  @Override
  boolean isReady() {
    return false;
  }

  @Override
  void complete() {}

  @Override
  void arm(SelectWait select) {
    throw new AssertionError("a select with a default does not wait");
  }

  @Override
  void disarm() {}
}
