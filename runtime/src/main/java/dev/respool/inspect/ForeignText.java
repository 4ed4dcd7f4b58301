package dev.respool.inspect;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Calls code of the program that makes a text, such as a {@code toString}, on a thread of its own.
 * Whoever asks waits meanwhile, so nothing changes under the call; but not for long. While a call
 * for a class has not returned, that class is not asked again, so each class keeps one thread at
 * most.
 */
public final class ForeignText {
  private static final long LIMIT_MILLIS = 25;

  private static final ExecutorService CALLER =
      Executors.newCachedThreadPool(
          action -> {
            Thread thread = new Thread(action, "respool-inspection");
            thread.setDaemon(true);
            return thread;
          });

  /** The call for a class that was too slow. */
  private static final ClassValue<AtomicReference<Future<String>>> SLOW =
      new ClassValue<>() {
        @Override
        protected AtomicReference<Future<String>> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  /** What the first {@code toString} of a record and the first concatenation load takes long. */
  private record Sample(int number, String word) {}

  static {
    String loaded = new Sample(1, "word") + " and " + LIMIT_MILLIS;
    assert !loaded.isEmpty();
  }

  private ForeignText() {}

  /**
   * Calls it. Does not fail, and takes some milliseconds at most.
   *
   * @param asked who makes the text; its class stands for the code
   * @param text makes it
   * @return the text, or the class and why there is none
   */
  public static String of(Object asked, Supplier<String> text) {
    AtomicReference<Future<String>> slow = SLOW.get(asked.getClass());
    Future<String> before = slow.get();
    if (before != null && !before.isDone()) {
      return identity(asked) + " (its toString does not return)";
    }
    Future<String> call = CALLER.submit(text::get);
    try {
      return String.valueOf(call.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return identity(asked) + " (its toString threw " + e.getCause().getClass().getName() + ")";
    } catch (TimeoutException e) {
      slow.set(call);
      return identity(asked) + " (its toString takes too long)";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return identity(asked);
    }
  }

  /** What {@link Object#toString} would say, if nobody overrode it. */
  static String identity(Object value) {
    return value.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(value));
  }
}
