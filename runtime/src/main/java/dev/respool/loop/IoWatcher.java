package dev.respool.loop;

/** Waits on an {@link IoPort} for its channel to become ready. Loop's thread. */
interface IoWatcher {
  /** The task on whose behalf it waits. */
  TaskState client();

  /** One of {@code SelectionKey}'s. */
  int operation();

  /** The channel is ready for the operation. */
  void ready();

  /** The channel has been closed from this side; the port knows this watcher no more. */
  void closed();
}
