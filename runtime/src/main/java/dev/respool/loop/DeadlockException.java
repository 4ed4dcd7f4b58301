package dev.respool.loop;

import dev.respool.inspect.FramePicture;
import dev.respool.inspect.InspectionOptions;
import dev.respool.inspect.TaskPicture;
import dev.respool.inspect.WaitGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Thrown by an event loop if all of its tasks wait for each other. No timer, no I/O and no
 * operation outside the loop can wake any of them. The message says for each task what it waits for
 * and where, and then which tasks wait for which.
 *
 * <p>The loop has cancelled the tasks, and their {@code finally} blocks have run, unless those
 * waited for each other again. Failures of that time are suppressed in this exception.
 */
public final class DeadlockException extends IllegalStateException {
  private static final long serialVersionUID = 1L;
  private static final int MAX_TASKS = 100;
  private static final InspectionOptions ALL_FRAMES =
      InspectionOptions.standard()
          .withLocals(false)
          .withMaxFrames(Integer.MAX_VALUE)
          .withMaxText(1000);

  private DeadlockException(String message) {
    super(message);
  }

  static DeadlockException of(Collection<TaskState> roots) {
    StringBuilder text =
        new StringBuilder(
            "the event loop is deadlocked: no timer, no I/O and no operation outside the loop can"
                + " wake any of its tasks; let one of them send, release, close or cancel what the"
                + " others wait for:");
    Deque<TaskState> todo = new ArrayDeque<>(roots);
    int count = 0;
    TaskPictures pictures = new TaskPictures(new WaitTimes(), ALL_FRAMES);
    List<TaskPicture> shown = new ArrayList<>();
    for (TaskState task = todo.poll(); task != null; task = todo.poll()) {
      if (++count <= MAX_TASKS) {
        shown.add(pictures.of(task));
      }
      todo.addAll(task.children());
    }
    shown.forEach(task -> describe(task, text));
    if (count > MAX_TASKS) {
      text.append("\n  and ").append(count - MAX_TASKS).append(" more");
    }
    List<String> chains = new WaitGraph(shown).chains();
    if (!chains.isEmpty()) {
      text.append("\n  who waits for whom:\n    ").append(String.join("\n    ", chains));
    }
    return new DeadlockException(text.toString());
  }

  private static void describe(TaskPicture task, StringBuilder text) {
    text.append("\n  ").append(task.label()).append(" waits in ").append(task.waitsFor());
    for (FramePicture frame : task.stack().frames()) {
      text.append("\n    at ").append(frame.element());
    }
  }
}
