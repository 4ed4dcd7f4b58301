package dev.respool.it.harness;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.respool.Coroutine;
import dev.respool.SuspendedFrame;
import dev.respool.snapshot.RestorePreview.Outcome;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.ObjectInputStream;
import java.lang.management.ManagementFactory;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What becomes of a forged snapshot: it is refused with a reason, or it goes on with values of the
 * types that its code declares. Neither takes much memory.
 */
public final class Verdict {
  private static final long MOST_BYTES = 64 << 20;
  private static final int STEPS = 8;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Verdict() {}

  /**
   * Reads, previews, restores and runs a snapshot.
   *
   * @param restore gives a coroutine or an iterator
   * @return whether it was refused
   */
  public static boolean isRefused(
      byte[] forged, SnapshotPolicy policy, Function<Snapshot, Object> restore) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Object restored = restored(forged, policy, restore);
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(bytes < MOST_BYTES, () -> bytes + " bytes were allocated");
    if (restored != null) {
      finish(restored);
    }
    return restored == null;
  }

  /** Null if it was refused. */
  private static Object restored(
      byte[] forged, SnapshotPolicy policy, Function<Snapshot, Object> restore) {
    try {
      Snapshot snapshot = Snapshot.read(forged, policy);
      assertFalse(snapshot.toString().isEmpty());
      Outcome foretold = snapshot.preview().outcome();
      Object restored = restore.apply(snapshot);
      assertTrue(foretold.compareTo(Outcome.PINNED) <= 0, foretold::toString);
      return restored;
    } catch (SnapshotException e) {
      assertTrue(e.getMessage().length() > 20, e::toString);
      requireNoMistake(e);
    } catch (IllegalStateException e) {
      assertTrue(e.getMessage().startsWith("this is the snapshot of"), e::toString);
    }
    return null;
  }

  /** The JDK throws what it likes at a damaged stream, but the runtime looks before it leaps. */
  private static void requireNoMistake(SnapshotException refusal) {
    Throwable cause = refusal.getCause();
    if (cause instanceof NullPointerException
        || cause instanceof ClassCastException
        || cause instanceof IndexOutOfBoundsException) {
      List<String> throwers =
          Stream.of(cause.getStackTrace())
              .map(StackTraceElement::getClassName)
              .takeWhile(name -> !name.startsWith("dev.respool."))
              .toList();
      boolean ofStream = throwers.contains(ObjectInputStream.class.getName());
      assertTrue(ofStream || cause.getStackTrace().length == 0, () -> throwers + " threw " + cause);
    }
  }

  /** What a frame with other values of the right types does is the program's own business. */
  private static void finish(Object restored) {
    if (restored instanceof Coroutine<?, ?> coroutine) {
      coroutine.frames().forEach(Verdict::requireTypes);
    }
    try {
      for (int i = 0; i < STEPS; i++) {
        step(restored);
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      assertFalse(e instanceof ClassCastException, () -> "of another type: " + e);
    }
  }

  private static void step(Object restored) {
    if (restored instanceof Iterator<?> iterator) {
      iterator.next();
    } else {
      ((Coroutine<?, ?>) restored).resume();
    }
  }

  private static void requireTypes(SuspendedFrame frame) {
    for (SuspendedFrame.LocalValue local : frame.locals()) {
      boolean primitive = local.type().length() == 1;
      assertTrue(local.value() != null || !primitive, local::toString);
      assertTrue(local.value() != null || !local.name().equals("this"), local::toString);
    }
  }
}
