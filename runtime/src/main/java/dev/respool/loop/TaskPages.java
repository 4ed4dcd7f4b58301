package dev.respool.loop;

import dev.respool.inspect.InspectionOptions;
import dev.respool.inspect.QueueLengths;
import dev.respool.inspect.TaskCounts;
import dev.respool.inspect.TaskFilter;
import dev.respool.inspect.TaskPicture;
import dev.respool.inspect.TaskStatus;
import dev.respool.inspect.WaitKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The tasks of a loop, read in pages. A page is a run of this, on the loop's thread between two
 * turns, and takes about two milliseconds. The first tasks are shown one by one, all are counted.
 */
final class TaskPages implements Runnable {
  private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(2); // of a page
  private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 64;

  private final Reactor reactor;
  private final Supplier<WaitTimes> times;
  private final InspectionOptions options;
  private final TaskFilter filter;
  private final int maxTasks;
  private TaskPictures pictures; // null before the first page
  private final List<TaskPicture> tasks = new ArrayList<>();
  private final long[] byStatus = new long[TaskStatus.values().length];
  private final long[] byKind = new long[WaitKind.values().length];
  private QueueLengths queues = QueueLengths.NONE;
  private long turns;
  private String thread; // that runs the loop; null if none does
  private TaskWalk walk; // null before the first page
  private boolean over;
  private boolean leftOut; // whether a task was asked for that is not shown
  private int pages;
  private long held; // nanoseconds

  /**
   * What was read.
   *
   * @param thread that runs the loop; null if none does
   * @param turns as in the picture of a loop, as all that follow
   */
  record Result(
      String thread,
      long turns,
      TaskCounts counts,
      QueueLengths queues,
      List<TaskPicture> tasks,
      boolean complete,
      int pages,
      Duration held) {}

  /** Not begun. */
  TaskPages(
      Reactor reactor, Supplier<WaitTimes> times, InspectionOptions options, TaskFilter filter) {
    this.filter = filter;
    this.maxTasks = options.maxTasks();
    this.reactor = reactor;
    this.times = times;
    this.options = options;
  }

  /** Whether all tasks have been counted; for the asking thread, between the pages. */
  boolean isComplete() {
    return over;
  }

  boolean hasBegun() {
    return pages > 0;
  }

  /** Reads a page. */
  @Override
  public void run() {
    long start = System.nanoTime();
    read(start + NANOS);
    held += System.nanoTime() - start;
  }

  private void read(long end) {
    if (walk == null) {
      walk = new TaskWalk(reactor);
      pictures = new TaskPictures(times.get(), options);
      queues = reactor.queueLengths();
      turns = reactor.turns();
      thread = reactor.isLoopThread() ? Thread.currentThread().getName() : null;
    }
    pages++;
    int uncounted = 0;
    do {
      TaskState task = walk.next();
      if (task == null) {
        over = true;
        return;
      }
      uncounted = add(task) ? BETWEEN_LOOKS_AT_THE_CLOCK : uncounted + 1;
    } while (uncounted % BETWEEN_LOOKS_AT_THE_CLOCK != 0 || System.nanoTime() - end < 0);
  }

  /** Whether it was read in full, which takes longer than counting it. */
  private boolean add(TaskState task) {
    byStatus[task.status().ordinal()]++;
    WaitKind kind = TaskPictures.kind(task);
    if (kind != null) {
      byKind[kind.ordinal()]++;
    }
    if (task.status() == TaskStatus.ENDED || !filter.ids().test(task.number())) {
      return false;
    }
    if (tasks.size() == maxTasks) {
      leftOut = true;
      return false;
    }
    TaskPicture picture = pictures.of(task);
    if (filter.tasks().test(picture)) {
      pictures.shown(task);
      tasks.add(picture);
    }
    return true;
  }

  /** After the last page; or earlier, and then it is not complete. */
  Result result() {
    TaskCounts counts = counts();
    boolean complete = over && !walk.isLost() && !leftOut;
    return new Result(
        thread, turns, counts, queues, List.copyOf(tasks), complete, pages, Duration.ofNanos(held));
  }

  private TaskCounts counts() {
    Map<WaitKind, Long> kinds = new EnumMap<>(WaitKind.class);
    for (WaitKind kind : WaitKind.values()) {
      if (byKind[kind.ordinal()] > 0) {
        kinds.put(kind, byKind[kind.ordinal()]);
      }
    }
    long runnable = byStatus[TaskStatus.RUNNABLE.ordinal()];
    long running = byStatus[TaskStatus.RUNNING.ordinal()];
    long waiting = byStatus[TaskStatus.WAITING.ordinal()];
    long ended = over ? walk.lastNumber() - runnable - running - waiting : 0;
    return new TaskCounts(runnable, running, waiting, ended, Collections.unmodifiableMap(kinds));
  }
}
