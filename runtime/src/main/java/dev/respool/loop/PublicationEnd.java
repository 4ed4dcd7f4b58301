package dev.respool.loop;

/** Closes the channel of a task that publishes when the task has ended. Nobody waits in it. */
final class PublicationEnd extends Awaiter {
  private final Exchange<?> out;

  PublicationEnd(Exchange<?> out) {
    this.out = out;
  }

  @Override
  void ended(TaskState task) {
    out.close(task.failure());
  }
}
