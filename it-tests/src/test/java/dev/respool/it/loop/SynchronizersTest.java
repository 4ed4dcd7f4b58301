package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.loop.Condition;
import dev.respool.loop.CountDownLatch;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Mutex;
import dev.respool.loop.RateLimiter;
import dev.respool.loop.Semaphore;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(TransformedTests.class)
class SynchronizersTest {
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofDays(1);

  private final List<String> log = new ArrayList<>();
  private final Mutex mutex = new Mutex();
  private final Condition changed = mutex.newCondition();

  @Test
  void a_limit_ends_the_wait_for_a_mutex_and_leaves_nobody_in_the_queue() {
    EventLoop.run(
        () -> {
          mutex.lock();
          Task<Boolean> late = Tasks.async(() -> mutex.tryLock(SHORT));
          Task<Boolean> inTime = Tasks.async(() -> mutex.tryLock(LONG));
          Task<Boolean> atOnce = Tasks.async(() -> mutex.tryLock(Duration.ZERO));
          assertFalse(atOnce.await());
          assertFalse(late.await());
          mutex.unlock();
          assertTrue(inTime.await());
          assertTrue(mutex.isLocked());
        });
  }

  @Test
  void a_limit_ends_the_wait_for_a_semaphore() {
    EventLoop.run(
        () -> {
          Semaphore semaphore = new Semaphore(1);
          assertTrue(semaphore.tryAcquire(Duration.ZERO));
          assertFalse(semaphore.tryAcquire(SHORT));
          Task<Boolean> inTime = Tasks.async(() -> semaphore.tryAcquire(LONG));
          Tasks.yieldNow();
          semaphore.release();
          assertTrue(inTime.await());
          assertEquals(0, semaphore.availablePermits());
        });
  }

  @Test
  void a_signal_wakes_the_one_that_has_waited_longest_which_takes_the_mutex_back() {
    EventLoop.run(
        () -> {
          Tasks.async(() -> waitForChange("a"));
          Tasks.async(() -> waitForChange("b"));
          Tasks.yieldNow();
          mutex.lock();
          changed.signal();
          Tasks.yieldNow();
          log.add("unlocking");
          mutex.unlock();
          Tasks.yieldNow();
          Tasks.yieldNow();
          log.add("all");
          signalAll();
        });
    assertEquals(List.of("unlocking", "a woke", "all", "b woke"), log);
    assertFalse(mutex.isLocked());
  }

  @Suspendable
  private void waitForChange(String name) {
    mutex.lock();
    try {
      changed.await();
      assertTrue(mutex.isLocked());
      log.add(name + " woke");
    } catch (CancellationException e) {
      log.add(name + " cancelled");
      throw e;
    } finally {
      mutex.unlock();
    }
  }

  @Suspendable
  private void signalAll() {
    mutex.lock();
    changed.signalAll();
    mutex.unlock();
  }

  @Test
  void a_condition_passes_items_from_producers_to_consumers() {
    List<Integer> queue = new ArrayList<>();
    List<Integer> consumed = new ArrayList<>();
    EventLoop.run(
        () -> {
          for (int i = 0; i < 3; i++) {
            Tasks.async(() -> consume(queue, consumed));
          }
          for (int i = 0; i < 3; i++) {
            int first = 10 * i;
            Tasks.async(() -> produce(queue, first));
          }
        });
    consumed.sort(null);
    assertEquals(List.of(0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23), consumed);
  }

  @Suspendable
  private void consume(List<Integer> queue, List<Integer> consumed) {
    for (int i = 0; i < 4; i++) {
      mutex.lock();
      while (queue.isEmpty()) {
        changed.await();
      }
      consumed.add(queue.remove(0));
      mutex.unlock();
    }
  }

  @Suspendable
  private void produce(List<Integer> queue, int first) {
    for (int i = 0; i < 4; i++) {
      mutex.lock();
      queue.add(first + i);
      changed.signal();
      mutex.unlock();
      Tasks.yieldNow();
    }
  }

  @Test
  void a_cancelled_task_takes_the_mutex_back_before_it_goes_on() {
    EventLoop.run(
        () -> {
          Task<?> waiting = Tasks.async(() -> waitForChange("a"));
          Tasks.yieldNow();
          mutex.lock();
          waiting.cancel();
          Tasks.yieldNow();
          log.add("unlocking");
          mutex.unlock();
        });
    assertEquals(List.of("unlocking", "a cancelled"), log);
    assertFalse(mutex.isLocked());
  }

  @Test
  void a_task_that_is_cancelled_after_its_signal_passes_the_signal_on() {
    EventLoop.run(
        () -> {
          Task<?> first = Tasks.async(() -> waitForChange("a"));
          Tasks.async(() -> waitForChange("b"));
          Tasks.yieldNow();
          mutex.lock();
          changed.signal();
          first.cancel();
          mutex.unlock();
        });
    assertEquals(List.of("a cancelled", "b woke"), log);
  }

  @Test
  void a_condition_tells_a_signal_from_a_timeout() {
    EventLoop.run(
        () -> {
          mutex.lock();
          assertFalse(changed.await(Duration.ZERO));
          assertFalse(changed.await(SHORT));
          Tasks.async(() -> signalAll());
          assertTrue(changed.await(LONG));
          mutex.unlock();
        });
  }

  @Test
  void a_condition_is_for_the_owner_of_its_mutex() {
    EventLoop.run(
        () -> {
          for (String message :
              List.of(
                  assertThrows(IllegalStateException.class, () -> changed.await()).getMessage(),
                  assertThrows(IllegalStateException.class, () -> changed.signal()).getMessage(),
                  assertThrows(IllegalStateException.class, () -> changed.signalAll())
                      .getMessage())) {
            assertTrue(message.contains("held by nobody"), message);
          }
        });
  }

  @Test
  void a_latch_opens_once_for_all() {
    EventLoop.run(
        () -> {
          CountDownLatch latch = new CountDownLatch(2);
          for (int i = 0; i < 2; i++) {
            Tasks.async(() -> awaitLatch(latch));
          }
          Tasks.yieldNow();
          assertFalse(latch.await(SHORT));
          latch.countDown();
          log.add("one");
          Tasks.yieldNow();
          latch.countDown();
          latch.countDown();
          assertEquals(0, latch.getCount());
          latch.await();
          assertTrue(latch.await(Duration.ZERO));
        });
    assertEquals(List.of("one", "through", "through"), log);
  }

  @Suspendable
  private void awaitLatch(CountDownLatch latch) {
    latch.await();
    log.add("through");
  }

  @Test
  void a_span_sees_no_more_permits_than_allowed() {
    long span = Duration.ofMillis(5).toNanos();
    long[] before = new long[7];
    long[] after = new long[7];
    EventLoop.run(
        () -> {
          RateLimiter limiter = new RateLimiter(2, Duration.ofNanos(span));
          for (int i = 0; i < 7; i++) {
            before[i] = System.nanoTime();
            limiter.acquire();
            after[i] = System.nanoTime();
          }
        });
    for (int i = 0; i + 2 < 7; i++) {
      assertTrue(after[i + 2] - before[i] >= span, "permit " + i);
    }
  }

  @Test
  void permits_are_given_in_the_order_of_the_requests() {
    EventLoop.run(
        () -> {
          RateLimiter limiter = new RateLimiter(1, SHORT);
          limiter.acquire();
          for (String name : List.of("a", "b", "c")) {
            Tasks.async(() -> acquire(limiter, name));
          }
        });
    assertEquals(List.of("a", "b", "c"), log);
  }

  @Test
  void a_cancelled_request_leaves_the_queue() {
    EventLoop.run(
        () -> {
          RateLimiter limiter = new RateLimiter(1, LONG);
          limiter.acquire();
          Task<?> first = Tasks.async(() -> acquire(limiter, "a"));
          Task<?> second = Tasks.async(() -> acquire(limiter, "b"));
          Tasks.yieldNow();
          first.cancel();
          second.cancel();
        });
    assertEquals(List.of(), log);
  }

  @Suspendable
  private void acquire(RateLimiter limiter, String name) {
    limiter.acquire();
    log.add(name);
  }

  @Test
  void a_request_that_cannot_wait_is_refused_while_the_span_lasts() {
    EventLoop.run(
        () -> {
          RateLimiter limiter = new RateLimiter(2, LONG);
          assertTrue(limiter.tryAcquire());
          assertTrue(limiter.tryAcquire(Duration.ZERO));
          assertFalse(limiter.tryAcquire());
          assertFalse(limiter.tryAcquire(SHORT));
        });
  }

  @Test
  void a_rate_limiter_belongs_to_one_loop() {
    RateLimiter limiter = new RateLimiter(2, LONG);
    EventLoop.run(() -> limiter.acquire());
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> EventLoop.run(() -> limiter.acquire()));
    assertTrue(thrown.getMessage().contains("another event loop"), thrown.getMessage());
  }

  @Test
  void wrong_numbers_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> new CountDownLatch(-1));
    assertThrows(IllegalArgumentException.class, () -> new RateLimiter(0, LONG));
    assertThrows(IllegalArgumentException.class, () -> new RateLimiter(1, Duration.ZERO));
  }
}
