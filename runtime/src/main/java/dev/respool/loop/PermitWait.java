package dev.respool.loop;

/** Waits for a mutex or a semaphore's permit. */
final class PermitWait extends Wait {
  private final WaitQueue<PermitWait> queue;
  private final String what;

  PermitWait(WaitQueue<PermitWait> queue, String what) {
    this.queue = queue;
    this.what = what;
  }

  @Override
  void arm() {
    queue.add(this);
  }

  @Override
  void disarm() {
    queue.remove(this);
  }

  @Override
  public String toString() {
    return what;
  }
}
