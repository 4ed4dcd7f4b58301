package dev.respool.abi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The coroutines and runs of generators that a program has made since it asked to have them
 * tracked. They are kept by weak references. A program that does not ask pays for reading a flag.
 */
public final class Tracked {
  private static final Map<Continuation, Tracked> ALL =
      Collections.synchronizedMap(new WeakHashMap<>());
  private static final AtomicLong LAST_NUMBER = new AtomicLong();
  private static final int ATTEMPTS = 3;

  /** Plain: another thread may see a change late. */
  private static boolean on = Boolean.getBoolean("dev.respool.inspect.coroutines");

  private final long number = LAST_NUMBER.incrementAndGet();
  private final StackTraceElement createdAt;

  private Tracked(StackTraceElement createdAt) {
    this.createdAt = createdAt;
  }

  /**
   * Tracks a new one, if that is asked for.
   *
   * @param continuation calls this in its constructor
   */
  public static void created(Continuation continuation) {
    if (on) {
      StackTraceElement createdAt = CreationSite.here();
      if (createdAt != null) {
        ALL.put(continuation, new Tracked(createdAt));
      }
    }
  }

  /**
   * Whether new ones are tracked.
   *
   * @return true if a program has asked for it
   */
  public static boolean isOn() {
    return on;
  }

  /**
   * Begins to track new ones, or ends it and forgets all. Any thread may call this.
   *
   * @param wanted whether to track
   */
  public static void set(boolean wanted) {
    on = wanted;
    if (!wanted) {
      ALL.clear();
    }
  }

  /**
   * Those that live and are not dead.
   *
   * @return a copy, in the order in which they were made
   */
  public static List<Found> all() {
    List<Found> found = new ArrayList<>();
    synchronized (ALL) { // as synchronizedMap asks of who iterates
      ALL.forEach((continuation, note) -> found.add(new Found(continuation, note)));
    }
    found.removeIf(one -> Continuation.isDead(one.continuation));
    found.sort(Comparator.comparingLong(Found::number));
    return found;
  }

  /** One of them, held strongly. */
  public static final class Found {
    private final Continuation continuation;
    private final Tracked note;

    private Found(Continuation continuation, Tracked note) {
      this.continuation = continuation;
      this.note = note;
    }

    /**
     * Its number.
     *
     * @return 1 for the first one, and so on
     */
    public long number() {
      return note.number;
    }

    /**
     * Where it was made.
     *
     * @return a line of the program
     */
    public StackTraceElement createdAt() {
      return note.createdAt;
    }

    /**
     * Whether it is the run of a generator.
     *
     * @return false of a coroutine
     */
    public boolean isProducer() {
      return continuation instanceof Producer;
    }

    /**
     * Whether it was never resumed.
     *
     * @return true before the first resumption
     */
    public boolean isNew() {
      return continuation.state == Continuation.NEW;
    }

    /**
     * Whether it, or what it has resumed, waits for its host.
     *
     * @return true while it does
     */
    public boolean isWaiting() {
      return Continuation.isWaiting(continuation);
    }

    /**
     * Its innermost activations, if it is suspended. Nothing keeps it from going on meanwhile: then
     * this tries again, and the values may be of several moments if it stands where it stood.
     *
     * @param most how many
     * @param withLocals whether they have their locals
     * @return null if it runs
     */
    public List<Activation> activations(long most, boolean withLocals) {
      for (int i = 0; i < ATTEMPTS; i++) {
        int state = continuation.state;
        Frame innermost = continuation.innermost;
        int point = innermost == null ? 0 : innermost.point;
        if (state > 0 || state == Continuation.CLOSING) {
          return null;
        }
        List<Activation> read = read(most, withLocals);
        boolean same = continuation.state == state && continuation.innermost == innermost;
        if (read != null && same && (innermost == null || innermost.point == point)) {
          return read;
        }
      }
      return null;
    }

    /** Null if the frames have changed under it. */
    private List<Activation> read(long most, boolean withLocals) {
      try {
        return Activation.of(continuation, most, withLocals);
      } catch (RuntimeException e) { // a frame was at another point than its cells
        return null;
      }
    }
  }
}
