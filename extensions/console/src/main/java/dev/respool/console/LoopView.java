package dev.respool.console;

import dev.respool.inspect.InspectableLoop;
import dev.respool.inspect.InspectionOptions;
import dev.respool.inspect.LoopPicture;
import dev.respool.inspect.LoopStatus;
import dev.respool.inspect.TaskFilter;
import dev.respool.inspect.TaskPicture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * What the viewers know of a loop: read again and again, and each time it is noted what has
 * changed. If a loop has too many tasks, this shows a sample: those whose numbers have a certain
 * hash. So the same tasks are shown each time, as long as they live. The sampler's thread.
 */
final class LoopView {
  private static final Duration FIRST_LIMIT = Duration.ofMillis(100);
  private static final Duration LAST_LIMIT = Duration.ofSeconds(4);
  private static final long SPREAD = 0x9E3779B97F4A7C15L; // 2 to the 64th by the golden ratio
  private static final InspectionOptions OPTIONS =
      InspectionOptions.standard()
          .withMaxFrames(Row.FRAMES)
          .withLocals(false)
          .withCallToString(false);

  private final InspectableLoop loop;
  private Map<Long, Row> rows = new LinkedHashMap<>();
  private final List<Row> changed = new ArrayList<>();
  private final List<Long> gone = new ArrayList<>();
  private List<List<Long>> cycles = List.of();
  private LoopPicture counted; // the last one with its tasks; null before the first
  private LoopPicture last;
  private Duration limit = FIRST_LIMIT;
  private long live;
  private long oneIn = 1;
  private boolean isNew = true;
  private long nanos;

  LoopView(InspectableLoop loop) {
    this.loop = loop;
  }

  InspectableLoop loop() {
    return loop;
  }

  /** Counts the tasks, if that was not done yet. */
  void count() {
    nanos = 0;
    if (counted == null) {
      last = picture(0, id -> false);
      live = last.counts().live();
    }
  }

  /** How many tasks it has had when they were last counted. */
  long live() {
    return live;
  }

  /** Reads the loop; shows so many tasks at most. Counted before. */
  void read(int most) {
    changed.clear();
    gone.clear();
    isNew = counted == null;
    if (isNew) {
      choose(last, most);
    }
    last = picture(most, this::isInSample);
    if (!last.complete() && last.status() == LoopStatus.ANSWERED) {
      choose(last, most);
      last = picture(most, this::isInSample);
    }
    if (last.status() == LoopStatus.ANSWERED) {
      take(last);
      if (last.counts().live() / oneIn < most / 8 && oneIn > 1) {
        choose(last, most);
      }
    }
  }

  private LoopPicture picture(int most, LongPredicate ids) {
    InspectionOptions options = OPTIONS.withMaxTasks(most).withTimeLimit(limit);
    LoopPicture picture = loop.inspect(options, TaskFilter.ids(ids));
    nanos += picture.held().toNanos();
    return picture;
  }

  private boolean isInSample(long id) {
    return (id * SPREAD >>> 40 & oneIn - 1) == 0;
  }

  /** Chooses how large a share is shown, and how long to wait, from what was counted. */
  private void choose(LoopPicture picture, int most) {
    long before = oneIn;
    oneIn = 1;
    while (picture.counts().live() / oneIn > most / 2 && picture.counts().live() > most) {
      oneIn *= 2;
    }
    isNew |= oneIn != before;
    if (!picture.complete() && limit.compareTo(LAST_LIMIT) < 0) {
      limit = limit.multipliedBy(4);
    }
  }

  private void take(LoopPicture picture) {
    long now = picture.time().toEpochMilli();
    Map<Long, Row> before = isNew ? Map.of() : rows;
    Map<Long, Row> next = new LinkedHashMap<>();
    for (TaskPicture task : picture.tasks()) {
      Row row = Row.of(task, now).since(before.get(task.id()));
      if (row != before.get(task.id())) {
        changed.add(row);
      }
      next.put(task.id(), row);
    }
    before.keySet().stream().filter(id -> !next.containsKey(id)).forEach(gone::add);
    rows = next;
    cycles = picture.waitGraph().cycles();
    counted = picture;
    live = picture.counts().live();
  }

  /** Whether there is something to see: not of a loop that has had its time. */
  boolean isShown() {
    return live > 0 || last.status() == LoopStatus.BUSY;
  }

  /** Those that are shown. */
  Iterable<Row> rows() {
    return rows.values();
  }

  /** Those that are new or have changed since the reading before. */
  List<Row> changed() {
    return changed;
  }

  /** The numbers of those that are no longer shown. */
  List<Long> gone() {
    return gone;
  }

  List<List<Long>> cycles() {
    return cycles;
  }

  /** As the loop has last answered; null if it never has. */
  LoopPicture counted() {
    return counted;
  }

  /** The last answer, or that there was none. */
  LoopPicture last() {
    return last;
  }

  /** Every how-many-th task is shown. */
  long oneIn() {
    return oneIn;
  }

  /** Whether what was shown before does not count any more. */
  boolean isNew() {
    return isNew;
  }

  /** For how long the last reading has held up the loop. */
  long nanos() {
    return nanos;
  }
}
