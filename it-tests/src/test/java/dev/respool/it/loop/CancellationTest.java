package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Suspendable;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Mutex;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cancellation is a state: each further suspension throws, except in a shielded body. */
@Timeout(60)
class CancellationTest {

  @Test
  void a_body_without_result_is_limited_too() throws Exception {
    assertEquals(
        List.of("in time", "in time", "not done within PT0.001S"),
        Transformed.call(Program.class, "withoutResult"));
  }

  @Test
  void each_further_suspension_throws() throws Exception {
    assertEquals(
        List.of("struck", "struck", "struck", "ends"), Transformed.call(Program.class, "swallow"));
  }

  @Test
  void each_suspension_has_an_exception_of_its_own() throws Exception {
    assertEquals("suppressed 1", Transformed.call(Program.class, "resources"));
  }

  @Test
  void a_shielded_body_waits_and_afterwards_the_cancellation_counts_again() throws Exception {
    assertEquals(
        List.of("shielded begins", "shielded ends", "struck"),
        Transformed.call(Program.class, "shieldedInFinally"));
  }

  @Test
  void a_shielded_body_that_waits_already_does_not_notice() throws Exception {
    assertEquals(
        List.of("received x", "struck"), Transformed.call(Program.class, "cancelledInside"));
  }

  @Test
  void a_shielded_body_can_be_limited() throws Exception {
    assertEquals(List.of("limited", "struck"), Transformed.call(Program.class, "limitedShield"));
  }

  @Test
  void a_block_holds_the_mutexes_of_its_task() throws Exception {
    assertEquals(
        List.of("locked inside", "unlocked inside"), Transformed.call(Program.class, "mutex"));
  }

  @Test
  void children_of_a_cancelled_body_that_returns_are_cancelled() throws Exception {
    assertEquals(
        List.of("child cancelled", "parent cancelled"),
        Transformed.call(Program.class, "swallowWithChild"));
  }

  @Test
  void an_inner_deadline_that_comes_first_is_thrown_by_the_inner_block() throws Exception {
    assertEquals(
        List.of("inner timeout", "outer goes on"), Transformed.call(Program.class, "innerFirst"));
  }

  @Test
  void an_outer_deadline_that_comes_first_cancels_the_inner_block() throws Exception {
    assertEquals(
        List.of("inner cancelled", "outer timeout"), Transformed.call(Program.class, "outerFirst"));
  }

  @Test
  void of_two_equal_deadlines_the_outer_one_counts() throws Exception {
    assertEquals(
        List.of("inner cancelled", "outer timeout"), Transformed.call(Program.class, "equal"));
  }

  @Test
  void a_deadline_that_is_over_keeps_the_body_from_starting() throws Exception {
    assertEquals(List.of("timeout"), Transformed.call(Program.class, "over"));
  }

  /** Transformed. */
  public static class Program {
    /** Goes on after its cancellation. */
    public static List<String> swallow() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Task<Void> task =
                Tasks.async(
                    () -> {
                      for (int i = 0; i < 3; i++) {
                        attempt(log);
                      }
                      log.add("ends");
                    });
            Tasks.yieldNow();
            task.cancel();
            task.await();
          });
      return log;
    }

    @Suspendable
    private static void attempt(List<String> log) {
      try {
        Tasks.sleep(Duration.ofHours(1));
        log.add("slept");
      } catch (CancellationException e) {
        log.add("struck");
      }
    }

    /** A resource whose close waits. */
    public static String resources() {
      return EventLoop.run(
          () -> {
            Task<String> task =
                Tasks.async(
                    () -> {
                      try (Closing closing = new Closing()) {
                        Tasks.sleep(Duration.ofHours(1));
                        return closing.toString();
                      } catch (CancellationException e) {
                        return "suppressed " + e.getSuppressed().length;
                      }
                    });
            Tasks.yieldNow();
            task.cancel();
            return task.await();
          });
    }

    static final class Closing implements AutoCloseable {
      @Override
      @Suspendable
      public void close() {
        Tasks.yieldNow();
      }
    }

    /** Cleans up and is cancelled again. */
    public static List<String> shieldedInFinally() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Task<Void> task =
                Tasks.async(
                    () -> {
                      try {
                        Tasks.sleep(Duration.ofHours(1));
                      } finally {
                        Tasks.shielded(
                            () -> {
                              log.add("shielded begins");
                              Tasks.sleep(Duration.ofMillis(5));
                              log.add("shielded ends");
                            });
                        attempt(log);
                      }
                    });
            Tasks.yieldNow();
            task.cancel();
            Tasks.yieldNow();
            Tasks.yieldNow();
            task.cancel();
          });
      return log;
    }

    /** Cancelled while it waits in the shielded body. */
    public static List<String> cancelledInside() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Channel<String> channel = Channel.rendezvous();
            Task<Void> task =
                Tasks.async(
                    () -> {
                      log.add("received " + Tasks.shielded(() -> channel.receive()));
                      attempt(log);
                    });
            settle();
            task.cancel();
            settle();
            channel.send("x");
          });
      return log;
    }

    @Suspendable
    private static void settle() {
      for (int i = 0; i < 4; i++) {
        Tasks.yieldNow();
      }
    }

    /** A clean-up that would not end. */
    public static List<String> limitedShield() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Task<Void> task =
                Tasks.async(
                    () -> {
                      try {
                        Tasks.sleep(Duration.ofHours(1));
                      } catch (CancellationException e) {
                        Tasks.shielded(() -> limited(log));
                      }
                      attempt(log);
                    });
            Tasks.yieldNow();
            task.cancel();
          });
      return log;
    }

    @Suspendable
    private static void limited(List<String> log) {
      try {
        Tasks.withTimeout(Duration.ofMillis(5), () -> sleepLong());
      } catch (TimeoutException e) {
        log.add("limited");
      }
    }

    @Suspendable
    private static String sleepLong() {
      Tasks.sleep(Duration.ofHours(1));
      return "slept";
    }

    /** Locks in one block and unlocks in another. */
    public static List<String> mutex() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Mutex mutex = new Mutex();
            Tasks.withTimeout(
                Duration.ofMinutes(1),
                () -> {
                  mutex.lock();
                  return log.add("locked inside");
                });
            Tasks.shielded(
                () -> {
                  mutex.unlock();
                  log.add("unlocked inside");
                });
          });
      return log;
    }

    /** Returns in spite of its cancellation, and its child still runs. */
    public static List<String> swallowWithChild() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Task<String> task =
                Tasks.async(
                    () -> {
                      Tasks.async(() -> cancelled("child", log));
                      try {
                        return sleepLong();
                      } catch (CancellationException e) {
                        return "returned";
                      }
                    });
            settle();
            task.cancel();
            try {
              task.await();
            } catch (CancellationException e) {
              log.add("parent cancelled");
            }
          });
      return log;
    }

    @Suspendable
    private static void cancelled(String name, List<String> log) {
      try {
        Tasks.sleep(Duration.ofHours(1));
      } catch (CancellationException e) {
        log.add(name + " cancelled");
        throw e;
      }
    }

    /** The inner block has less time. */
    public static List<String> innerFirst() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            nested(Instant.now().plusSeconds(3600), Instant.now().plusMillis(5), log);
            log.add("outer goes on");
          });
      return log;
    }

    /** The outer block has less time. */
    public static List<String> outerFirst() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> nested(Instant.now().plusMillis(50), Instant.now().plusSeconds(3600), log));
      return log;
    }

    /** Both have the same. */
    public static List<String> equal() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            try {
              Tasks.withTimeout(
                  Duration.ofMillis(100),
                  () -> {
                    Tasks.async(() -> Thread.sleep(150)); // both are due when the loop looks
                    return inner(Instant.now().plusMillis(120), log);
                  });
            } catch (TimeoutException e) {
              log.add("outer timeout");
            }
          });
      return log;
    }

    @Suspendable
    private static void nested(Instant outer, Instant inner, List<String> log) {
      try {
        Tasks.withDeadline(outer, () -> inner(inner, log));
      } catch (TimeoutException e) {
        log.add("outer timeout");
      }
    }

    @Suspendable
    private static String inner(Instant deadline, List<String> log) {
      try {
        return Tasks.withDeadline(deadline, () -> sleepLong());
      } catch (TimeoutException e) {
        log.add("inner timeout");
        return "";
      } catch (CancellationException e) {
        log.add("inner cancelled");
        throw e;
      }
    }

    /** Bodies without result. */
    public static List<String> withoutResult() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Tasks.withTimeout(Duration.ofHours(1), () -> note("in time", log));
            Tasks.withDeadline(Instant.now().plusSeconds(3600), () -> note("in time", log));
            try {
              Tasks.withTimeout(Duration.ofMillis(1), () -> Tasks.sleep(Duration.ofHours(1)));
            } catch (TimeoutException e) {
              log.add(e.getMessage());
            }
          });
      return log;
    }

    @Suspendable
    private static void note(String text, List<String> log) {
      Tasks.yieldNow();
      log.add(text);
    }

    /** Too late. */
    public static List<String> over() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            try {
              Tasks.withDeadline(Instant.now().minusSeconds(1), () -> log.add("started"));
            } catch (TimeoutException e) {
              log.add("timeout");
            }
          });
      return log;
    }
  }
}
