package dev.respool.console;

import dev.respool.inspect.LoopPicture;
import dev.respool.inspect.LoopStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * When a task kept its loop: seen because the loop did not answer. What is over between two
 * readings is not seen. The sampler's thread.
 */
final class SlowSlices {
  private static final int KEPT = 50;

  private final Deque<Slice> slices = new ArrayDeque<>();
  private boolean changed;

  /**
   * One of them.
   *
   * @param time when it was first seen, in milliseconds of the epoch
   * @param task 0 if that is not known
   * @param millis how long it has lasted at least
   * @param going whether it goes on
   */
  record Slice(
      long time,
      long loop,
      String thread,
      long task,
      long millis,
      boolean going,
      List<StackTraceElement> stack) {

    private Slice until(long now, boolean goesOn) {
      return new Slice(time, loop, thread, task, now - time, goesOn, stack);
    }

    private boolean isGoing(long number) {
      return going && loop == number;
    }
  }

  /** Notes whether a loop has answered, and when it was asked. */
  void note(LoopPicture picture, long asked) {
    long now = picture.time().toEpochMilli();
    Slice open =
        slices.stream().filter(each -> each.isGoing(picture.number())).findFirst().orElse(null);
    boolean busy = picture.status() == LoopStatus.BUSY && picture.thread() != null;
    if (open != null) {
      slices.remove(open);
      boolean same = busy && open.task == picture.running();
      add(open.until(now, same));
      busy &= !same;
    }
    if (busy) {
      add(
          new Slice(
              asked,
              picture.number(),
              picture.thread().name(),
              picture.running(),
              now - asked,
              true,
              picture.thread().stack()));
    }
  }

  private void add(Slice slice) {
    changed = true;
    slices.add(slice);
    if (slices.size() > KEPT) {
      slices.remove();
    }
  }

  /** The last ones, in the order of their ends. */
  Iterable<Slice> all() {
    return slices;
  }

  /** Whether something was noted since the last call. */
  boolean takeChange() {
    boolean had = changed;
    changed = false;
    return had;
  }
}
