package dev.respool.loop;

/** Takes the outcome of a task of the same loop. */
final class TaskAlternative<T> extends Alternative<T> {
  private final Task<T> task;
  private Place place;

  TaskAlternative(Task<T> task) {
    this.task = task;
  }

  @Override
  void enter(TaskState self) {
    if (task.state().reactor() != self.reactor()) {
      throw new IllegalStateException(
          self
              + " selects the end of a task of another event loop: await that one in a task of this"
              + " loop, and select the end of this task");
    }
  }

  @Override
  boolean isReady() {
    return task.isDone();
  }

  @Override
  @SuppressWarnings("unchecked")
  void complete() {
    value((T) task.state().take());
  }

  @Override
  void arm(SelectWait select) {
    place = new Place(select);
    task.state().addAwaiter(place);
  }

  @Override
  void disarm() {
    if (place.queue != null) {
      task.state().removeAwaiter(place);
    }
  }

  @Override
  public String toString() {
    return "the end of " + task;
  }

  /** What stands in the task's queue. */
  private final class Place extends Awaiter {
    private final SelectWait select;

    Place(SelectWait select) {
      this.select = select;
    }

    @Override
    @SuppressWarnings("unchecked")
    void ended(TaskState ended) {
      if (ended.failure() == null) {
        value((T) ended.result());
        select.choose(TaskAlternative.this);
      } else {
        select.refuse(ended);
      }
    }
  }
}
