package dev.respool.loop;

/** Waits for a mutex or a semaphore's permit. */
final class PermitWait extends QueuedWait<PermitWait> {
  private final String what;

  PermitWait(WaitQueue<PermitWait> queue, String what) {
    super(queue);
    this.what = what;
  }

  @Override
  public String toString() {
    return what;
  }
}
