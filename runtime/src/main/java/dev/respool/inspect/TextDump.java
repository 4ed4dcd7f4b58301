package dev.respool.inspect;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pictures as text, for people: like the thread dump of a JVM, but of tasks. */
public final class TextDump {
  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();

  private TextDump() {}

  /**
   * Writes a dump.
   *
   * @param dump what to write
   * @return lines that each end
   */
  public static String of(Dump dump) {
    TextDump text = new TextDump();
    text.line("", "Respool dump of process " + dump.pid() + " at " + dump.time());
    dump.loops().forEach(text::add);
    if (dump.loops().isEmpty()) {
      text.line("", "");
      text.line("", "no event loop");
    }
    text.addCoroutines(dump);
    return text.out.toString();
  }

  /**
   * Writes a picture.
   *
   * @param loop what to write
   * @return lines that each end
   */
  public static String of(LoopPicture loop) {
    TextDump text = new TextDump();
    text.addLoop(loop);
    return text.out.toString();
  }

  private void line(String indent, String text) {
    out.append(indent).append(text).append('\n');
  }

  private void add(LoopPicture loop) {
    line("", "");
    addLoop(loop);
  }

  private void addLoop(LoopPicture loop) {
    String thread = loop.threadName() == null ? "" : ", thread \"" + loop.threadName() + "\"";
    line("", "loop " + loop.number() + thread + ": " + headline(loop));
    if (loop.status() == LoopStatus.ANSWERED) {
      addAnswer(loop);
    } else if (loop.thread() != null) {
      line(INDENT, "its thread is " + loop.thread().state());
      loop.thread().stack().forEach(element -> line(INDENT, "  at " + element));
    }
  }

  private static String headline(LoopPicture loop) {
    return switch (loop.status()) {
      case ANSWERED -> counts(loop.counts());
      case BUSY ->
          "does not answer, because it "
              + (loop.running() == 0 ? "is in a turn" : "runs task " + loop.running());
      case NOT_RUN -> "does not answer, because no thread runs it";
    };
  }

  private static String counts(TaskCounts counts) {
    return Stream.of(TaskStatus.values())
        .map(status -> counts.of(status) + " " + word(status))
        .collect(Collectors.joining(", "));
  }

  /** The status in lower case. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void addAnswer(LoopPicture loop) {
    Map<WaitKind, Long> kinds = loop.counts().waitingFor();
    if (!kinds.isEmpty()) {
      line(
          INDENT,
          "waiting for "
              + kinds.entrySet().stream()
                  .map(entry -> word(entry.getKey()) + ": " + entry.getValue())
                  .collect(Collectors.joining(", ")));
    }
    line(INDENT, queues(loop.queues()) + ", turns: " + loop.turns());
    if (loop.pages() > 1) {
      line(INDENT, "read in " + loop.pages() + " parts, between which the loop has run");
    }
    loop.tasks().forEach(this::add);
    if (loop.tasks().size() < loop.counts().live()) {
      line(INDENT, "shown: " + loop.tasks().size() + " of " + loop.counts().live() + " tasks");
    } else if (!loop.complete()) {
      line(INDENT, "there are further tasks, for which the time was too short");
    }
    addGraph(loop.waitGraph());
  }

  private static String queues(QueueLengths queues) {
    return String.format(
        "queues: runnable %d, posted %d, timers %d, channels %d, operations %d",
        queues.runnable(),
        queues.posted(),
        queues.timers(),
        queues.channels(),
        queues.operations());
  }

  private void add(TaskPicture task) {
    line("", "");
    String parent = task.parent() == 0 ? "" : ", child of task " + task.parent();
    String cancelled = task.cancelled() ? ", cancelled" : "";
    line(INDENT, task.label() + parent + cancelled + ": " + state(task));
    addStack(task.stack());
  }

  private static String state(TaskPicture task) {
    if (task.status() != TaskStatus.WAITING) {
      return word(task.status())
          + (task.body() == null ? "" : ", has not begun to run " + task.body());
    }
    Duration waited = task.waitedAtLeast();
    return "waits in "
        + task.waitsFor()
        + " ("
        + word(task.waitKind())
        + (waited.isZero() ? "" : ", for at least " + seconds(waited))
        + ")";
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%d.%03d s", duration.toSeconds(), duration.toMillisPart());
  }

  private void addStack(StackPicture stack) {
    for (FramePicture frame : stack.frames()) {
      line(INDENT, "  at " + frame.element());
      frame.locals().forEach(local -> line(INDENT, "       " + local));
    }
    if (!stack.complete()) {
      line(INDENT, "  ... and further frames");
    }
  }

  private void addGraph(WaitGraph graph) {
    List<String> chains = graph.chains();
    if (!chains.isEmpty()) {
      line("", "");
      line(INDENT, "who waits for whom:");
      chains.forEach(chain -> line(INDENT, "  " + chain));
    }
    for (List<Long> cycle : graph.cycles()) {
      String tasks = cycle.stream().map(id -> "task " + id).collect(Collectors.joining(", "));
      line(INDENT, "deadlock: each of these waits for the next: " + tasks);
    }
  }

  private void addCoroutines(Dump dump) {
    line("", "");
    if (!dump.tracksCoroutines()) {
      line(
          "",
          "coroutines and generators outside of loops are not tracked; -D"
              + Inspection.TRACKING_PROPERTY
              + "=true does so");
      return;
    }
    line("", "coroutines and generators outside of loops: " + dump.coroutines().size());
    for (CoroutinePicture coroutine : dump.coroutines()) {
      line("", "");
      line(
          INDENT,
          coroutine.kind()
              + " "
              + coroutine.number()
              + ": "
              + word(coroutine.status())
              + ", created at "
              + coroutine.createdAt());
      addStack(coroutine.stack());
    }
  }
}
