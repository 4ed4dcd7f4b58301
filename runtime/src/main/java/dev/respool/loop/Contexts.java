package dev.respool.loop;

import java.util.ArrayList;
import java.util.List;

/** The {@link TaskContext}s of a loop, of which there is at least one. It does not change. */
final class Contexts {
  private final List<TaskContext<Object>> all;

  private Contexts(List<TaskContext<Object>> all) {
    this.all = all;
  }

  /** Those before, which may be null, and another one. */
  @SuppressWarnings("unchecked")
  static Contexts and(Contexts before, TaskContext<?> added) {
    List<TaskContext<Object>> all = new ArrayList<>(before == null ? List.of() : before.all);
    all.add((TaskContext<Object>) added);
    return new Contexts(all);
  }

  /** What the current thread has. */
  Object[] capture() {
    return all.stream().map(TaskContext::capture).toArray();
  }

  /** Runs a task to its next suspension with what it has. */
  Object proceed(TaskState task) throws Throwable {
    Object[] outer = capture();
    restore(task.captured());
    try {
      return task.proceed();
    } finally {
      task.setCaptured(capture());
      restore(outer);
    }
  }

  private void restore(Object[] captured) {
    for (int i = 0; i < captured.length; i++) {
      all.get(i).restore(captured[i]);
    }
  }
}
