package dev.respool.inspect;

import dev.respool.abi.Activation;
import dev.respool.abi.Tracked;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The loops and coroutines of this process, for whoever wants to look at them. Loops are known by
 * weak references, in no order of their own. Any thread may call this.
 */
public final class Inspection {
  private static final AtomicLong LAST_NUMBER = new AtomicLong();
  private static final LoopRegistry LOOPS = new LoopRegistry();

  private static final int MOST_BLOCKED = 100;
  private static final Queue<BlockedPicture> BLOCKED = new ArrayDeque<>();

  /** If this system property is {@code true}, coroutines are tracked from the start. */
  public static final String TRACKING_PROPERTY = "dev.respool.inspect.coroutines";

  private Inspection() {}

  /**
   * The loops that live: those that run, and those that somebody still refers to.
   *
   * @return a copy, in the order of their numbers
   */
  public static List<InspectableLoop> loops() {
    List<InspectableLoop> all = LOOPS.all();
    all.sort(Comparator.comparingLong(InspectableLoop::number));
    return all;
  }

  /**
   * Takes a picture of each loop, one after the other. All of them together have the time limit of
   * the options; when it is over, each of the others still has a twentieth of it.
   *
   * @param options how much to show of each loop
   * @return the pictures in the order of the loops' numbers
   */
  public static List<LoopPicture> pictures(InspectionOptions options) {
    Objects.requireNonNull(options, "the options of an inspection are null");
    long limit = options.timeLimit().toNanos();
    long deadline = System.nanoTime() + limit;
    List<LoopPicture> pictures = new ArrayList<>();
    for (InspectableLoop loop : loops()) {
      long left = Math.max(deadline - System.nanoTime(), limit / 20);
      pictures.add(loop.inspect(options.withTimeLimit(Duration.ofNanos(left))));
    }
    return pictures;
  }

  /**
   * Begins to track the coroutines and runs of generators that are created from now on, or ends it
   * and forgets them. Those of event loops need not be tracked: their loops know them.
   *
   * <p>While it is on, creating one takes a walk of the stack to its creator and an entry in a map
   * with weak references, of some hundred bytes. While it is off, creating one reads a flag.
   * Resuming and yielding cost nothing more in either case.
   *
   * @param wanted whether to track
   */
  public static void trackCoroutines(boolean wanted) {
    Tracked.set(wanted);
  }

  /**
   * Whether coroutines are tracked, by {@link #trackCoroutines} or by the system property {@link
   * #TRACKING_PROPERTY}.
   *
   * @return true if those that are created now are
   */
  public static boolean isTrackingCoroutines() {
    return Tracked.isOn();
  }

  /**
   * The coroutines and runs of generators that were created while they were tracked, and live.
   * Their threads go on meanwhile; one that is not suspended is shown without frames.
   *
   * @param options how many of them, and what of each
   * @return in the order of their creation
   */
  public static List<CoroutinePicture> coroutines(InspectionOptions options) {
    Objects.requireNonNull(options, "the options of an inspection are null");
    return Tracked.all().stream()
        .limit(options.maxTasks())
        .map(found -> picture(found, options))
        .toList();
  }

  private static CoroutinePicture picture(Tracked.Found found, InspectionOptions options) {
    boolean waits = found.isWaiting();
    boolean isNew = found.isNew();
    List<Activation> activations = found.activations(options.maxFrames() + 1L, options.locals());
    return new CoroutinePicture(
        found.number(),
        found.isProducer() ? "generator" : "coroutine",
        status(activations != null, isNew, waits),
        found.createdAt(),
        activations == null ? StackPicture.EMPTY : StackPicture.of(activations, options));
  }

  private static CoroutineStatus status(boolean isSuspended, boolean isNew, boolean waits) {
    if (!isSuspended) {
      return CoroutineStatus.RUNNING;
    }
    if (isNew) {
      return CoroutineStatus.NEW;
    }
    return waits ? CoroutineStatus.WAITING : CoroutineStatus.SUSPENDED;
  }

  /**
   * Makes a loop known, until its registration ends or the garbage collector has found it: it is
   * kept by a weak reference, so whoever runs the loop must refer to this object.
   *
   * @param loop a new one
   * @return ends the registration of a loop that is not used any more
   */
  public static Registration register(InspectableLoop loop) {
    Registration registration =
        LOOPS.add(Objects.requireNonNull(loop, "the loop to register is null"));
    Tools.start();
    return registration;
  }

  /** That a loop is known. */
  public interface Registration {
    /** The loop is not known any more. Does nothing the second time. Any thread may call this. */
    void end();
  }

  /**
   * Takes note of what a watchdog has told. For those that run loops.
   *
   * @param blocked the task that keeps its loop
   */
  public static void report(BlockedPicture blocked) {
    synchronized (BLOCKED) {
      BLOCKED.add(blocked);
      if (BLOCKED.size() > MOST_BLOCKED) {
        BLOCKED.remove();
      }
    }
  }

  /**
   * What the watchdogs of the loops have told of late. A loop has a watchdog if its program has set
   * one, or if the system property {@code dev.respool.watchdog} is a number of milliseconds.
   *
   * @return the last hundred, the eldest first
   */
  public static List<BlockedPicture> blocked() {
    synchronized (BLOCKED) {
      return List.copyOf(BLOCKED);
    }
  }

  /**
   * A number for a new loop.
   *
   * @return 1 for the first loop of this process, and so on
   */
  public static long nextNumber() {
    return LAST_NUMBER.incrementAndGet();
  }
}
