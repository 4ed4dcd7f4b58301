package dev.respool.loop;

import dev.respool.abi.RunningStack;
import java.util.Arrays;

/** The logical stack of a task that another thread runs, without the frames of the loop. */
final class BlockedStack {
  private static final String TASK = TaskCoroutine.class.getName();

  private BlockedStack() {}

  /** Innermost first; what is below the task's body is not its business. */
  static StackTraceElement[] of(Thread runner, TaskState task) {
    StackTraceElement[] all = RunningStack.of(runner, task);
    for (int i = 0; i < all.length; i++) {
      if (all[i].getClassName().equals(TASK)) {
        return Arrays.copyOf(all, i);
      }
    }
    return all;
  }
}
