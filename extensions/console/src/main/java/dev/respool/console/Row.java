package dev.respool.console;

import dev.respool.inspect.FramePicture;
import dev.respool.inspect.StackPicture;
import dev.respool.inspect.TaskPicture;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A task as a row of the table.
 *
 * @param kind null if it does not wait
 * @param waits null if it does not wait
 * @param since when the wait has begun at the latest, in milliseconds of the epoch; 0 if it does
 *     not wait
 * @param source its innermost frame that is not Respool's own; null if there is none
 */
record Row(
    long id,
    long parent,
    String name,
    String status,
    String kind,
    String waits,
    long since,
    String source,
    boolean cancelled,
    List<Long> awaits) {
  /** So many frames are read to find one that is not Respool's own. */
  static final int FRAMES = 6;

  private static final long SAME = 250; // milliseconds by which two readings of one moment differ

  /** Classes of the packages that Respool itself is made of. */
  private static final Pattern OWN =
      Pattern.compile("dev\\.respool\\.(?:(?:abi|inspect|loop|netty|snapshot)\\.)?[A-Z][^.]*");

  static Row of(TaskPicture task, long now) {
    return new Row(
        task.id(),
        task.parent(),
        task.name(),
        task.status().name(),
        task.waitKind() == null ? null : task.waitKind().name(),
        task.waitsFor(),
        task.waitKind() == null ? 0 : now - task.waitedAtLeast().toMillis(),
        source(task.stack(), task.body()),
        task.cancelled(),
        task.awaits());
  }

  private static String source(StackPicture stack, String body) {
    for (FramePicture frame : stack.frames()) {
      if (!OWN.matcher(frame.element().getClassName()).matches()) {
        return frame.element().toString();
      }
    }
    return stack.frames().isEmpty() ? body : stack.frames().get(0).element().toString();
  }

  /** This row, or the one before if nothing has changed. */
  Row since(Row before) {
    if (before == null || Math.abs(since - before.since) > SAME) {
      return this;
    }
    return withSince(before.since).equals(before) ? before : this;
  }

  private Row withSince(long other) {
    return new Row(id, parent, name, status, kind, waits, other, source, cancelled, awaits);
  }
}
