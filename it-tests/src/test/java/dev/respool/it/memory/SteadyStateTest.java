package dev.respool.it.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.respool.CloseableDoubleIterator;
import dev.respool.CloseableIntIterator;
import dev.respool.CloseableIterator;
import dev.respool.CloseableLongIterator;
import dev.respool.Coroutine;
import dev.respool.DoubleGenerator;
import dev.respool.DoubleYielder;
import dev.respool.Generator;
import dev.respool.IntGenerator;
import dev.respool.IntYielder;
import dev.respool.LongGenerator;
import dev.respool.LongYielder;
import dev.respool.Suspendable;
import dev.respool.Yielder;
import dev.respool.it.harness.TransformedTests;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After warm-up, going on allocates nothing, at whatever depth. What remains below a byte for each
 * round trip is the carrier, which is replaced now and then.
 */
@ExtendWith(TransformedTests.class)
class SteadyStateTest {
  private static final int TRIPS = 100_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String ELEMENT = "element";

  private static void assertAllocatesNothing(Runnable trip) {
    measured(trip);
    double bytes = (double) measured(trip) / TRIPS;
    assertTrue(bytes < 1, () -> bytes + " bytes for each round trip");
  }

  private static long measured(Runnable trip) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < TRIPS; i++) {
      trip.run();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void an_int_generator_allocates_nothing(int depth) {
    CloseableIntIterator run = IntGenerator.of(g -> yieldInts(g, depth)).iterator();
    int[] last = {run.nextInt()};
    assertAllocatesNothing(() -> last[0] += run.nextInt() - last[0]);
    assertEquals(2 * TRIPS, last[0]);
  }

  @Suspendable
  private static void yieldInts(IntYielder g, int depth) {
    if (depth > 1) {
      yieldInts(g, depth - 1);
    }
    for (int i = 0; ; i++) {
      g.yield(i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void a_long_generator_allocates_nothing(int depth) {
    CloseableLongIterator run = LongGenerator.of(g -> yieldLongs(g, depth)).iterator();
    long[] last = {run.nextLong()};
    assertAllocatesNothing(() -> last[0] += run.nextLong() - last[0]);
    assertEquals(2 * TRIPS, last[0]);
  }

  @Suspendable
  private static void yieldLongs(LongYielder g, int depth) {
    if (depth > 1) {
      yieldLongs(g, depth - 1);
    }
    for (long i = 0; ; i++) {
      g.yield(i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void a_double_generator_allocates_nothing(int depth) {
    CloseableDoubleIterator run = DoubleGenerator.of(g -> yieldDoubles(g, depth)).iterator();
    double[] last = {run.nextDouble()};
    assertAllocatesNothing(() -> last[0] += run.nextDouble() - last[0]);
    assertEquals(2 * TRIPS, last[0]);
  }

  @Suspendable
  private static void yieldDoubles(DoubleYielder g, int depth) {
    if (depth > 1) {
      yieldDoubles(g, depth - 1);
    }
    for (double d = 0; ; d++) {
      g.yield(d);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void a_generator_allocates_nothing(int depth) {
    CloseableIterator<String> run = Generator.<String>of(g -> yieldElements(g, depth)).iterator();
    int[] elements = {run.next().length()};
    assertAllocatesNothing(() -> elements[0] += run.hasNext() && run.next() == ELEMENT ? 1 : 0);
    assertEquals(2 * TRIPS + ELEMENT.length(), elements[0]);
  }

  @Suspendable
  private static void yieldElements(Yielder<String> g, int depth) {
    if (depth > 1) {
      yieldElements(g, depth - 1);
    }
    for (; ; ) {
      g.yield(ELEMENT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void a_coroutine_allocates_nothing(int depth) {
    Coroutine<String, Object> co = Coroutine.create(first -> echo(first, depth));
    int[] echoes = {0};
    assertAllocatesNothing(() -> echoes[0] += co.resume(ELEMENT) == ELEMENT ? 1 : 0);
    assertEquals(2 * TRIPS, echoes[0]);
  }

  @Suspendable
  private static Object echo(String first, int depth) {
    String value = depth > 1 ? (String) echo(first, depth - 1) : first;
    for (; ; ) {
      value = Coroutine.yield(value);
    }
  }

  /** Or else the tests above would prove nothing. */
  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void frames_that_are_made_anew_are_seen(int depth) {
    Coroutine<Object, Object> co = Coroutine.create(() -> again(depth));
    co.resume();
    long bytes = measured(co::resume);
    assertTrue(bytes / TRIPS >= 16L * depth, () -> bytes + " bytes");
  }

  @Suspendable
  private static void again(int depth) {
    for (; ; ) {
      down(depth);
    }
  }

  @Suspendable
  private static void down(int depth) {
    if (depth > 1) {
      down(depth - 1);
    } else {
      Coroutine.yield();
    }
  }
}
