package dev.respool.agent.command;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code top} shows at one moment: a line for each loop, and the tasks as a table. */
final class TaskTable {
  private static final String ROW = "%5s %7s %-16s %-9s %-9s %9s %-32s %s";

  private final List<String[]> loops = new ArrayList<>();
  private final List<TaskRow> tasks = new ArrayList<>();

  /** Reads the answer of a process; a further sort of line may come with a later version. */
  TaskTable(String answer) {
    for (String line : answer.split("\n")) {
      String[] cells = line.split("\t", -1);
      switch (cells[0]) {
        case "loop" -> loops.add(cells);
        case "task" -> tasks.add(TaskRow.of(cells));
        default -> {}
      }
    }
  }

  /**
   * The lines.
   *
   * @param height how many at most
   * @param width how long each is at most
   */
  List<String> lines(long pid, TaskRow.Order order, int height, int width) {
    List<String> lines = new ArrayList<>();
    String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
    lines.add("respool top: process " + pid + " at " + time + ", sorted by " + order.word());
    loops.forEach(loop -> lines.add(text(loop)));
    lines.add("");
    lines.add(
        String.format(ROW, "LOOP", "TASK", "NAME", "STATE", "FOR", "WAITED", "WAITS IN", "WHERE"));
    tasks.stream().sorted(order.comparator()).forEach(task -> lines.add(text(task)));
    return lines.stream().limit(height).map(line -> cut(line, width)).toList();
  }

  private static String text(String[] loop) {
    String head = "loop " + loop[1] + (loop[2].isEmpty() ? "" : " (" + loop[2] + ")");
    if (!loop[3].equals("ANSWERED")) {
      return head + ": does not answer; dump shows where its thread is";
    }
    return String.format(
        "%s: %s runnable, %s running, %s waiting, %s ended, %s turns%s",
        head,
        loop[4],
        loop[5],
        loop[6],
        loop[7],
        loop[8],
        loop[9].equals("true") ? "" : " (some of its tasks are not shown)");
  }

  private static String text(TaskRow task) {
    boolean waits = !task.waitsIn().isEmpty();
    return String.format(
            ROW,
            task.loop(),
            task.id(),
            task.name(),
            task.status(),
            task.kind(),
            waits ? waited(task.waitedMillis()) : "",
            task.waitsIn(),
            task.place())
        .stripTrailing();
  }

  private static String waited(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }

  private static String cut(String line, int width) {
    return line.length() <= width ? line : line.substring(0, width);
  }
}
