package dev.respool.loop;

import dev.respool.inspect.InspectionOptions;
import dev.respool.inspect.StackPicture;
import dev.respool.inspect.TaskPicture;
import dev.respool.inspect.TaskStatus;
import dev.respool.inspect.ValueText;
import dev.respool.inspect.WaitKind;
import java.time.Duration;
import java.util.List;

/** Tasks as people see them. Loop's thread. */
final class TaskPictures {
  private final WaitTimes times;
  private final InspectionOptions options;

  TaskPictures(WaitTimes times, InspectionOptions options) {
    this.times = times;
    this.options = options;
  }

  TaskPicture of(TaskState task) {
    Wait wait = task.pending();
    TaskState awaited = wait == null ? null : wait.awaited();
    return new TaskPicture(
        task.number(),
        task.parent() == null ? 0 : task.parent().number(),
        task.name() == null ? null : ValueText.line(task.name(), options),
        task.status(),
        task.isCancelled(),
        task.isNew() ? task.held().getClass().getName() : null,
        kind(task),
        waitsFor(task, wait),
        wait == null ? Duration.ZERO : times.of(wait),
        awaited == null ? List.of() : List.of(awaited.number()),
        stack(task));
  }

  /** Notes that a picture of the task is shown: from now on it is known for how long it waits. */
  void shown(TaskState task) {
    if (task.pending() != null) {
      times.seen(task.pending());
    }
  }

  /** What sort of thing a task waits for; null if it does not wait. */
  static WaitKind kind(TaskState task) {
    Wait wait = task.pending();
    if (wait != null) {
      return wait.kind();
    }
    return task.waitsForChildren() ? WaitKind.TASK : null;
  }

  private String waitsFor(TaskState task, Wait wait) {
    if (wait != null) {
      return ValueText.line(wait.text(value -> ValueText.of(value, options)), options);
    }
    return task.waitsForChildren() ? "the end of its children (its body has ended)" : null;
  }

  private StackPicture stack(TaskState task) {
    return task.status() == TaskStatus.RUNNING || options.maxFrames() == 0
        ? StackPicture.EMPTY
        : StackPicture.of(task, options);
  }
}
