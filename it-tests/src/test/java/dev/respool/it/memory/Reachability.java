package dev.respool.it.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects under watch: which of them does the garbage collector find reachable?
 *
 * <p>The interpreter keeps every local of an active method alive. So what is to be collected must
 * have been made in a method that has returned, or in a coroutine that is off the stack.
 */
public final class Reachability {
  private static final long PATIENCE = Duration.ofSeconds(20).toNanos();
  private static final int SIZE = 1000;

  private final List<WeakReference<Object>> watched = new ArrayList<>();

  /** Watches an object, which is returned. */
  public <T> T watch(T object) {
    watched.add(new WeakReference<>(object));
    return object;
  }

  /** A new array that is watched. */
  public byte[] array() {
    return watch(new byte[SIZE]);
  }

  /** Each object that was watched can be collected; fails if it is not within that patience. */
  public void assertAllCollected() {
    assertReachable();
  }

  /**
   * The objects with these numbers, in the order in which they were watched, are reachable, and no
   * other.
   */
  public void assertReachable(Integer... expected) {
    long start = System.nanoTime();
    do {
      System.gc();
    } while (reachable().size() > expected.length && System.nanoTime() - start < PATIENCE);
    assertEquals(List.of(expected), reachable(), () -> "reachable of " + watched.size());
  }

  private List<Integer> reachable() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < watched.size(); i++) {
      if (watched.get(i).get() != null) {
        numbers.add(i);
      }
    }
    return numbers;
  }
}
