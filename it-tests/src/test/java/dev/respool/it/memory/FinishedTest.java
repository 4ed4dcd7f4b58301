package dev.respool.it.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.CloseableIterator;
import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.Generator;
import dev.respool.GeneratorBody;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.TaskBody;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What has ended holds nothing, although it is referenced itself. */
@ExtendWith(TransformedTests.class)
class FinishedTest {
  private static final int DEPTH = 20;

  private final Reachability objects = new Reachability();

  /** Yields at the given depth, with an array held in each frame, and in the end returns one. */
  @Suspendable
  private byte[] walk(int depth) throws IOException {
    byte[] local = objects.array();
    try {
      if (depth > 1) {
        walk(depth - 1);
      } else if (Coroutine.yield(objects.array()) instanceof String) {
        throw objects.watch(new IOException());
      }
      return objects.array();
    } finally {
      assertTrue(local.length > 0);
    }
  }

  private Coroutine<Object, Object> suspended() {
    Coroutine<Object, Object> co = Coroutine.create(first -> walk(DEPTH));
    co.resume(objects.array());
    return co;
  }

  private void assertDeadAndEmpty(Coroutine<?, ?> co) {
    assertEquals(Coroutine.Status.DEAD, co.status());
    objects.assertAllCollected();
    Reference.reachabilityFence(co);
  }

  @Test
  void a_coroutine_that_returned_holds_nothing() {
    Coroutine<Object, Object> co = suspended();
    co.resume(objects.array());
    assertDeadAndEmpty(co);
  }

  @Test
  void a_coroutine_that_returned_at_once_holds_nothing() {
    Coroutine<Object, Object> co = Coroutine.create(first -> objects.array());
    co.resume(objects.array());
    assertDeadAndEmpty(co);
  }

  @Test
  void a_coroutine_that_failed_holds_nothing() {
    Coroutine<Object, Object> co = suspended();
    fail(co);
    assertDeadAndEmpty(co);
  }

  private void fail(Coroutine<Object, Object> co) {
    Throwable thrown = assertThrows(RuntimeException.class, () -> co.resume("fail"));
    objects.watch(objects.watch(thrown).getCause());
  }

  @Test
  void a_coroutine_that_failed_at_once_holds_nothing() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              throw objects.watch(new IOException());
            });
    fail(co);
    assertDeadAndEmpty(co);
  }

  @Test
  void a_coroutine_that_was_closed_holds_nothing() {
    Coroutine<Object, Object> co = suspended();
    co.close();
    assertDeadAndEmpty(co);
  }

  @Test
  void a_coroutine_that_was_looked_into_holds_nothing_in_the_end() {
    Coroutine<Object, Object> co = suspended();
    assertEquals(DEPTH + 1, co.frames().size());
    co.close();
    assertDeadAndEmpty(co);
  }

  @Test
  void a_coroutine_whose_cleaning_up_failed_holds_nothing() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              byte[] local = objects.array();
              try {
                Coroutine.yield(objects.array());
              } finally {
                fail(local);
              }
              return null;
            });
    co.resume();
    failToClose(co);
    assertDeadAndEmpty(co);
  }

  private void fail(byte[] reason) {
    throw objects.watch(new IllegalStateException("" + reason.length));
  }

  private static void failToClose(Coroutine<?, ?> co) {
    assertThrows(IllegalStateException.class, co::close);
  }

  @Test
  void a_coroutine_whose_yield_was_refused_holds_nothing() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              List.of(objects.array()).forEach(element -> Coroutine.yield(objects.array()));
              return null;
            });
    failToYield(co);
    assertDeadAndEmpty(co);
  }

  private void failToYield(Coroutine<Object, Object> co) {
    objects.watch(assertThrows(NotSuspendableException.class, () -> co.resume(objects.array())));
  }

  @Test
  void a_coroutine_that_has_ended_forgets_what_its_body_captured() {
    Coroutine<Object, Object> co = Coroutine.create(capturing(objects.array()));
    objects.assertReachable(0);
    co.resume();
    assertDeadAndEmpty(co);
  }

  private static CoroutineBody<Object, Object> capturing(byte[] array) {
    return first -> array.length;
  }

  @Test
  void a_coroutine_that_was_closed_before_it_began_forgets_what_its_body_captured() {
    Coroutine<Object, Object> co = Coroutine.create(capturing(objects.array()));
    co.close();
    assertDeadAndEmpty(co);
  }

  private void assertEndedAndEmpty(CloseableIterator<?> iterator) {
    assertFalse(iterator.hasNext());
    objects.assertAllCollected();
    Reference.reachabilityFence(iterator);
  }

  private final Generator<byte[]> two =
      Generator.of(
          g -> {
            byte[] local = objects.array();
            g.yield(objects.array());
            g.yield(objects.array());
            assertTrue(local.length > 0);
          });

  @Test
  void an_iterator_that_is_exhausted_holds_no_element() {
    CloseableIterator<byte[]> iterator = two.iterator();
    while (iterator.hasNext()) {
      iterator.next();
    }
    assertEndedAndEmpty(iterator);
  }

  @Test
  void an_iterator_that_was_closed_holds_no_element() {
    CloseableIterator<byte[]> iterator = two.iterator();
    iterator.next();
    assertTrue(iterator.hasNext());
    iterator.close();
    assertEndedAndEmpty(iterator);
  }

  @Test
  void an_iterator_whose_body_failed_holds_nothing() {
    CloseableIterator<Object> iterator =
        Generator.of(
                g -> {
                  byte[] local = objects.array();
                  g.yield(objects.array());
                  fail(local);
                })
            .iterator();
    iterator.next();
    fail(iterator, IllegalStateException.class);
    assertEndedAndEmpty(iterator);
  }

  private void fail(CloseableIterator<?> iterator, Class<? extends Throwable> expected) {
    objects.watch(assertThrows(expected, iterator::hasNext));
  }

  @Test
  void an_iterator_does_not_hold_an_element_whose_yield_was_refused() {
    CloseableIterator<Object> iterator =
        Generator.of(g -> List.of(1).forEach(one -> g.yield(objects.array()))).iterator();
    fail(iterator, NotSuspendableException.class);
    assertEndedAndEmpty(iterator);
  }

  @Test
  void an_iterator_that_has_ended_forgets_what_its_body_captured() {
    CloseableIterator<Object> iterator = Generator.of(yielding(objects.array())).iterator();
    iterator.next();
    assertEndedAndEmpty(iterator);
  }

  private static GeneratorBody<Object> yielding(byte[] array) {
    return g -> g.yield(array.length);
  }

  @Test
  void a_task_that_has_ended_holds_nothing_but_its_result() {
    EventLoop loop = EventLoop.create();
    Task<Object> task = loop.spawn(result(objects.array()));
    loop.runUntilDone();
    assertTrue(task.isDone());
    objects.assertReachable(2);
    Reference.reachabilityFence(task);
  }

  private TaskBody<Object> result(byte[] captured) {
    return () -> {
      byte[] local = objects.array();
      assertEquals(captured.length, local.length);
      return objects.array();
    };
  }
}
