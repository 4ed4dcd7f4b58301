package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which coroutine runs, in which thread, and whether it may yield. */
@ExtendWith(TransformedTests.class)
class RunningCoroutineTest {
  @Test
  void running_is_the_innermost_coroutine_or_null() {
    List<Object> seen = new ArrayList<>();
    Coroutine<Object, Object> inner =
        Coroutine.create(
            () -> {
              seen.add(Coroutine.running());
              Coroutine.yield();
              seen.add(Coroutine.running());
            });
    Coroutine<Object, Object> outer =
        Coroutine.create(
            () -> {
              inner.resume();
              seen.add(Coroutine.running());
              inner.resume();
              seen.add(Coroutine.running());
            });
    assertNull(Coroutine.running());
    outer.resume();
    assertNull(Coroutine.running());
    List<Object> expected = List.of(inner, outer, inner, outer);
    assertEquals(expected, seen);
  }

  @Test
  void a_coroutine_goes_on_in_the_thread_that_resumes_it() throws Exception {
    Coroutine<Object, Thread> co =
        Coroutine.create(
            first -> {
              Coroutine.yield(Thread.currentThread());
              return Thread.currentThread();
            });
    assertSame(Thread.currentThread(), co.resume());
    List<Thread> seen = new ArrayList<>();
    Thread other = new Thread(() -> seen.add(co.resume()));
    other.start();
    other.join();
    assertEquals(List.of(other), seen);
    assertNotSame(Thread.currentThread(), seen.get(0));
  }

  @Test
  void a_coroutine_is_yieldable_inside_and_not_outside() {
    List<Boolean> seen = new ArrayList<>();
    Coroutine<Object, Object> co =
        Coroutine.create(
            () -> {
              seen.add(Coroutine.isYieldable());
              List.of(1).forEach(one -> seen.add(Coroutine.isYieldable()));
              Coroutine.yield();
              seen.add(yieldableBelow(3));
            });
    assertFalse(Coroutine.isYieldable());
    co.resume();
    assertFalse(Coroutine.isYieldable());
    co.resume();
    co.resume();
    assertEquals(List.of(true, false, true), seen);
  }

  @Suspendable
  private static boolean yieldableBelow(int depth) {
    if (depth > 0) {
      return yieldableBelow(depth - 1);
    }
    Coroutine.yield();
    return Coroutine.isYieldable();
  }
}
