package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.CoroutineException;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitingTest {

  @Test
  void sleepers_wake_by_deadline_and_then_in_order() throws Exception {
    assertEquals(List.of("c20", "a40", "b40"), Transformed.call(Program.class, "sleepers"));
  }

  @Test
  void a_thousand_sleepers_take_one_thread_and_the_time_of_the_longest() throws Exception {
    Set<String> threads = new ConcurrentSkipListSet<>();
    long begin = System.nanoTime();
    assertEquals(1000, (int) Transformed.call(Program.class, "thousand", threads));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    assertEquals(Set.of(Thread.currentThread().getName()), threads);
    assertTrue(millis >= 200 && millis < 5_000, millis + " ms");
  }

  @Test
  void a_waiting_loop_does_not_use_the_processor() throws Exception {
    var cpu = java.lang.management.ManagementFactory.getThreadMXBean();
    Transformed.call(Program.class, "sleepFor", 1L); // load and link
    long begin = cpu.getCurrentThreadCpuTime();
    Transformed.call(Program.class, "sleepFor", 500L);
    long used = TimeUnit.NANOSECONDS.toMillis(cpu.getCurrentThreadCpuTime() - begin);
    assertTrue(used < 250, used + " ms of processor time");
  }

  @Test
  void a_future_completed_by_another_thread_is_awaited() throws Exception {
    assertEquals("value", Transformed.call(Program.class, "future"));
  }

  @Test
  void a_failed_future_throws_what_it_failed_with() throws Exception {
    assertEquals(
        List.of("late: bad", "done: bad", "checked: " + IOException.class.getName()),
        Transformed.call(Program.class, "failedFutures"));
  }

  @Test
  void a_blocking_call_runs_elsewhere_while_the_loop_goes_on() throws Exception {
    assertEquals(List.of("loop", "called"), Transformed.call(Program.class, "blocking"));
  }

  @Test
  void cancelling_a_blocking_call_interrupts_its_thread() throws Exception {
    CompletableFuture<String> interrupted = new CompletableFuture<>();
    Transformed.call(Program.class, "cancelBlocking", interrupted);
    assertEquals("interrupted", interrupted.get(10, TimeUnit.SECONDS));
  }

  @Test
  void a_body_in_time_returns_its_value() throws Exception {
    assertEquals("in time", Transformed.call(Program.class, "inTime"));
  }

  @Test
  void a_body_out_of_time_is_unwound_before_the_timeout_is_thrown() throws Exception {
    assertEquals(List.of("finally", "timeout"), Transformed.call(Program.class, "outOfTime"));
  }

  @Test
  void cancelling_a_caller_cancels_what_it_runs_with_a_timeout() throws Exception {
    assertEquals(
        List.of("inner finally", "outer finally"),
        Transformed.call(Program.class, "cancelWithTimeout"));
  }

  @Test
  void a_refused_wait_leaves_nothing_behind_and_the_task_goes_on() throws Exception {
    long begin = System.nanoTime();
    Throwable thrown = Transformed.call(Program.class, "acrossForEach");
    assertInstanceOf(NotSuspendableException.class, thrown);
    assertTrue(thrown.getMessage().contains("forEach"), thrown.getMessage());
    assertTrue(System.nanoTime() - begin < TimeUnit.MINUTES.toNanos(1));
  }

  @Test
  void a_stray_yield_fails_at_the_yield() {
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> Transformed.call(Program.class, "stray"));
    assertTrue(thrown.getMessage().contains("Tasks.yieldNow"), thrown.getMessage());
  }

  /** Transformed. */
  public static class Program {
    /** Three sleepers. */
    public static List<String> sleepers() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Tasks.async(() -> sleep("a", 40, log));
            Tasks.async(() -> sleep("b", 40, log));
            Tasks.async(() -> sleep("c", 20, log));
          });
      return log;
    }

    @Suspendable
    private static void sleep(String name, int millis, List<String> log) {
      Tasks.sleep(Duration.ofMillis(millis));
      log.add(name + millis);
    }

    /** A thousand at once. */
    public static int thousand(Set<String> threads) {
      int[] count = new int[1];
      EventLoop.run(
          () -> {
            for (int i = 0; i < 1000; i++) {
              int millis = i % 200 + 1;
              Tasks.async(
                  () -> {
                    Tasks.sleep(Duration.ofMillis(millis));
                    threads.add(Thread.currentThread().getName());
                    count[0]++;
                  });
            }
          });
      return count[0];
    }

    /** One sleeper. */
    public static void sleepFor(long millis) {
      EventLoop.run(() -> Tasks.sleep(Duration.ofMillis(millis)));
    }

    /** Completed late. */
    public static String future() {
      CompletableFuture<String> future = new CompletableFuture<>();
      CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS)
          .execute(() -> future.complete("value"));
      return EventLoop.run(() -> Tasks.await(future));
    }

    /** All kinds of failures. */
    public static List<String> failedFutures() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            CompletableFuture<String> late =
                CompletableFuture.supplyAsync(
                    () -> {
                      throw new IllegalArgumentException("bad");
                    },
                    CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
            try {
              Tasks.await(late);
            } catch (IllegalArgumentException e) {
              log.add("late: " + e.getMessage());
            }
            try {
              Tasks.await(late);
            } catch (IllegalArgumentException e) {
              log.add("done: " + e.getMessage());
            }
            try {
              Tasks.await(CompletableFuture.failedStage(new IOException("no")));
            } catch (CoroutineException e) {
              log.add("checked: " + e.getCause().getClass().getName());
            }
          });
      return log;
    }

    /** A call on another thread. */
    public static List<String> blocking() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Thread loop = Thread.currentThread();
            Tasks.async(() -> log.add("loop"));
            log.add(
                Tasks.blocking(
                    () -> {
                      Thread.sleep(50);
                      return Thread.currentThread() == loop ? "same thread" : "called";
                    }));
          });
      return log;
    }

    /** A call that is no longer wanted. */
    public static void cancelBlocking(CompletableFuture<String> interrupted) {
      EventLoop.run(
          () -> {
            CompletableFuture<Void> began = new CompletableFuture<>();
            Task<String> caller =
                Tasks.async(
                    () ->
                        Tasks.blocking(
                            () -> {
                              try {
                                began.complete(null);
                                Thread.sleep(60_000);
                                return "slept";
                              } catch (InterruptedException e) {
                                interrupted.complete("interrupted");
                                throw e;
                              }
                            }));
            Tasks.await(began);
            caller.cancel();
          });
    }

    /** Fast enough. */
    public static String inTime() {
      return EventLoop.run(
          () ->
              Tasks.withTimeout(
                  Duration.ofMinutes(5),
                  () -> {
                    Tasks.sleep(Duration.ofMillis(5));
                    return "in time";
                  }));
    }

    /** Too slow. */
    public static List<String> outOfTime() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            try {
              Tasks.withTimeout(Duration.ofMillis(10), () -> slow("finally", log));
            } catch (TimeoutException e) {
              log.add("timeout");
            }
          });
      return log;
    }

    @Suspendable
    private static String slow(String end, List<String> log) {
      try {
        Tasks.sleep(Duration.ofHours(1));
        return "slept";
      } finally {
        Tasks.shielded(() -> Tasks.sleep(Duration.ofMillis(5)));
        log.add(end);
      }
    }

    /** Two levels of clean-up. */
    public static List<String> cancelWithTimeout() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Task<String> outer = Tasks.async(() -> guarded(log));
            Tasks.sleep(Duration.ofMillis(5));
            outer.cancel();
            try {
              outer.await();
            } catch (CancellationException e) {
              // expected
            }
          });
      return log;
    }

    @Suspendable
    private static String guarded(List<String> log) throws TimeoutException {
      try {
        return Tasks.withTimeout(Duration.ofHours(1), () -> slow("inner finally", log));
      } finally {
        log.add("outer finally");
      }
    }

    /** An hour's sleep across a JDK method. */
    public static Throwable acrossForEach() {
      return EventLoop.run(
          () -> {
            Throwable caught = null;
            try {
              List.of(1).forEach(i -> Tasks.sleep(Duration.ofHours(i)));
            } catch (NotSuspendableException e) {
              caught = e;
            }
            Tasks.yieldNow();
            return caught;
          });
    }

    /** A yield to nobody. */
    public static void stray() {
      EventLoop.run(
          () -> {
            dev.respool.Coroutine.yield(1);
          });
    }
  }
}
