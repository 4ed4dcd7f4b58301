package dev.respool.inspect;

import java.util.List;

/**
 * Pictures as lines of columns, for tools that show a table. Columns are separated by tabs, of
 * which none is in a text; what is null is empty.
 *
 * <pre>
 *   loop  number  thread  status  runnable  running  waiting  ended  turns  shown in full
 *   task  loop    id      name    status    kind     waited   what it waits in   where
 * </pre>
 *
 * <p>Status and kind are names of {@link LoopStatus}, {@link TaskStatus} and {@link WaitKind}; the
 * time is in milliseconds.
 */
public final class TableDump {
  private final StringBuilder out = new StringBuilder();

  private TableDump() {}

  /**
   * Writes a dump.
   *
   * @param dump what to write; of each task the innermost frame is shown
   * @return lines that each end
   */
  public static String of(Dump dump) {
    TableDump table = new TableDump();
    dump.loops().forEach(table::add);
    return table.out.toString();
  }

  private void add(LoopPicture loop) {
    TaskCounts counts = loop.counts();
    row(
        "loop",
        loop.number(),
        loop.threadName(),
        loop.status(),
        counts.runnable(),
        counts.running(),
        counts.waiting(),
        counts.ended(),
        loop.turns(),
        loop.complete());
    loop.tasks().forEach(task -> add(loop.number(), task));
  }

  private void add(long loop, TaskPicture task) {
    row(
        "task",
        loop,
        task.id(),
        task.name(),
        task.status(),
        task.waitKind(),
        task.waitedAtLeast().toMillis(),
        task.waitsFor(),
        place(task));
  }

  private static Object place(TaskPicture task) {
    List<FramePicture> frames = task.stack().frames();
    return frames.isEmpty() ? task.body() : frames.get(0).element();
  }

  private void row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      out.append(i == 0 ? "" : "\t").append(cells[i] == null ? "" : text(cells[i]));
    }
    out.append('\n');
  }

  /** The name of a thread may be anything. */
  private static String text(Object cell) {
    return cell.toString().replaceAll("\\p{Cntrl}", " ");
  }
}
