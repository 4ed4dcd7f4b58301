package dev.respool.loop;

import java.time.Duration;

/** Waits for a mutex. */
final class LockWait extends PermitWait {
  private final Mutex mutex;

  LockWait(Mutex mutex, WaitQueue<PermitWait> queue, String leaf, Duration limit) {
    super(queue, leaf, limit);
    this.mutex = mutex;
  }

  @Override
  TaskState awaited() {
    return mutex.owner();
  }

  @Override
  String what() {
    return super.what() + ", held by " + mutex.owner();
  }
}
