package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.Channel;
import dev.respool.loop.DeadlockException;
import dev.respool.loop.EventLoop;
import dev.respool.loop.RateLimiter;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import dev.respool.loop.TestLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TestLoopTest {
  private static final String SEED = "dev.respool.test.seed";

  @Test
  void a_day_of_sleeps_takes_virtual_time_only() throws Exception {
    assertEquals(Duration.ofHours(24), Transformed.call(Program.class, "day"));
  }

  @Test
  void a_deadline_is_an_instant_of_the_virtual_clock() throws Exception {
    assertEquals(
        List.of("1970-01-01T00:00:00Z", "timeout", "1970-01-01T01:00:00Z", "over", "PT1H"),
        Transformed.call(Program.class, "deadline"));
  }

  @Test
  void the_clock_of_an_ordinary_loop_is_that_of_the_system() throws Exception {
    Instant before = Instant.now();
    Instant shown = Transformed.call(Program.class, "ordinaryClock");
    assertFalse(shown.isBefore(before) || shown.isAfter(Instant.now()), shown + " after " + before);
  }

  @Test
  void a_seed_gives_one_order_and_seeds_give_all_orders() throws Exception {
    Set<List<Integer>> orders = new HashSet<>();
    for (long seed = 0; seed < 100; seed++) {
      List<Integer> order = Transformed.call(Program.class, "order", seed);
      assertEquals(order, Transformed.call(Program.class, "order", seed));
      orders.add(order);
    }
    assertEquals(6, orders.size());
  }

  @Test
  void exploring_finds_a_race_and_names_a_seed_that_repeats_it() {
    AssertionError found = exploreRace();
    String seed = found.getMessage().replaceAll("fails with seed (\\d+):.*", "$1");
    assertTrue(found.getMessage().contains("-D" + SEED + "=" + seed), found.getMessage());
    assertEquals("lost an update", found.getCause().getMessage());
    System.setProperty(SEED, seed);
    try {
      assertEquals(found.getMessage(), exploreRace().getMessage());
    } finally {
      System.clearProperty(SEED);
    }
  }

  private static AssertionError exploreRace() {
    return assertThrows(AssertionError.class, () -> Transformed.call(Program.class, "race"));
  }

  @Test
  void exploring_runs_as_many_seeds_as_asked_for_or_the_one_of_the_property() throws Exception {
    assertEquals(List.of(0L, 1L, 2L), Transformed.call(Program.class, "seeds"));
    System.setProperty(SEED, "-5");
    try {
      assertEquals(List.of(-5L), Transformed.call(Program.class, "seeds"));
    } finally {
      System.clearProperty(SEED);
    }
    assertThrows(IllegalArgumentException.class, () -> TestLoop.explore(0, () -> {}));
  }

  @Test
  void a_future_of_another_thread_is_waited_for_while_time_stands_still() throws Exception {
    assertEquals(
        List.of("blocking at PT0S", "future at PT0S", "sleep at PT1H"),
        Transformed.call(Program.class, "outside"));
  }

  @Test
  void advance_moves_time_past_a_future_that_nobody_completes() throws Exception {
    assertEquals("timeout at PT5S", Transformed.call(Program.class, "timeout"));
  }

  @Test
  void advance_stops_at_each_deadline_and_no_later_than_asked() throws Exception {
    assertEquals(
        List.of("PT1S", "PT2S", "advanced to PT2.5S", "PT3S", "idle at PT3S"),
        Transformed.call(Program.class, "steps"));
  }

  @Test
  void running_until_idle_leaves_tasks_that_wait_for_others() throws Exception {
    assertEquals("came", Transformed.call(Program.class, "idle"));
  }

  @Test
  void a_deadlock_is_found() {
    assertThrows(DeadlockException.class, () -> Transformed.call(Program.class, "deadlock"));
  }

  @Test
  void a_clock_that_jumps_fires_each_timer_once_and_gives_no_permits_for_the_gap()
      throws Exception {
    List<String> log = Transformed.call(Program.class, "clockJump");
    assertEquals(Set.of("1h", "2h", "limit of 3h", "permit"), Set.copyOf(log.subList(0, 4)));
    assertEquals(List.of("8761h", "permit", "PT8764H"), log.subList(4, log.size()));
  }

  @Test
  void time_never_goes_back() {
    TestLoop loop = TestLoop.create(1);
    assertThrows(IllegalArgumentException.class, () -> loop.advance(Duration.ofNanos(-1)));
    assertFalse(loop.advance(Duration.ofDays(1)));
    assertEquals(Duration.ofDays(1), loop.now());
    assertEquals(1, loop.seed());
  }

  @Test
  void the_current_test_loop_is_that_of_the_calling_task() {
    IllegalStateException ordinary =
        assertThrows(
            IllegalStateException.class, () -> EventLoop.run(() -> ignore(TestLoop.current())));
    assertTrue(ordinary.getMessage().contains("ordinary event loop"), ordinary.getMessage());
    assertThrows(IllegalStateException.class, TestLoop::current);
    assertNotEquals(null, TestLoop.run(3, () -> TestLoop.current()));
  }

  private static void ignore(Object value) {}

  /** Transformed. */
  public static class Program {
    /** A year passes while everybody waits, as if the machine had been suspended. */
    public static List<String> clockJump() {
      List<String> log = new ArrayList<>();
      TestLoop loop = TestLoop.create(3);
      loop.spawn(
          () -> {
            Tasks.async(() -> sleeps(2, "2h", log));
            Tasks.async(() -> sleeps(1, "1h", log));
            Tasks.async(() -> limitedSleep(log));
            Tasks.async(() -> takesPermits(log));
            Tasks.async(() -> sleeps(8761, "8761h", log));
            Tasks.yieldNow();
            TestLoop.current().advance(Duration.ofDays(365));
          });
      loop.runUntilDone();
      log.add(loop.now().toString());
      return log;
    }

    @Suspendable
    private static void sleeps(int hours, String text, List<String> log) {
      Tasks.sleep(Duration.ofHours(hours));
      log.add(text);
    }

    @Suspendable
    private static void limitedSleep(List<String> log) {
      try {
        Tasks.withTimeout(Duration.ofHours(3), () -> Tasks.sleep(Duration.ofHours(8000)));
      } catch (TimeoutException e) {
        log.add("limit of 3h");
      }
    }

    /** One permit in four hours. */
    @Suspendable
    private static void takesPermits(List<String> log) {
      RateLimiter limiter = new RateLimiter(1, Duration.ofHours(4));
      for (int i = 0; i < 3; i++) {
        limiter.acquire();
        if (i > 0) {
          log.add("permit");
        }
      }
    }

    /** Deadlines. */
    public static List<String> deadline() {
      List<String> log = new ArrayList<>();
      TestLoop loop = TestLoop.create(1);
      loop.spawn(
          () -> {
            Instant start = Tasks.clock().instant();
            log.add(start.toString());
            limited(start.plus(Duration.ofHours(1)), "timeout", log);
            log.add(Tasks.clock().instant().toString());
            limited(start, "over", log);
          });
      loop.runUntilDone();
      log.add(Duration.between(Instant.EPOCH, loop.clock().instant()).toString());
      return log;
    }

    @Suspendable
    private static void limited(Instant deadline, String late, List<String> log) {
      try {
        Tasks.withDeadline(deadline, () -> Tasks.sleep(Duration.ofDays(1)));
      } catch (TimeoutException e) {
        log.add(late);
      }
    }

    /** The clock. */
    public static Instant ordinaryClock() {
      return EventLoop.run(() -> Tasks.clock().instant());
    }

    /** One sleep for each second. */
    public static Duration day() {
      return TestLoop.run(
          1,
          () -> {
            for (int second = 0; second < 24 * 60 * 60; second++) {
              Tasks.sleep(Duration.ofSeconds(1));
            }
            return TestLoop.current().now();
          });
    }

    /** The order of three tasks. */
    public static List<Integer> order(long seed) {
      List<Integer> order = new ArrayList<>();
      TestLoop.run(
          seed,
          () -> {
            for (int i = 0; i < 3; i++) {
              int number = i;
              Tasks.async(() -> note(order, number));
            }
          });
      return order;
    }

    private static void note(List<Integer> order, int number) {
      order.add(number);
    }

    /** Two tasks read, let others run, and write. */
    public static void race() {
      TestLoop.explore(
          50,
          () -> {
            int[] account = new int[1];
            Task<Void> first = Tasks.async(() -> deposit(account));
            Task<Void> second = Tasks.async(() -> deposit(account));
            first.await();
            second.await();
            if (account[0] != 2) {
              throw new IllegalStateException("lost an update");
            }
          });
    }

    @Suspendable
    private static void deposit(int[] account) {
      int seen = account[0];
      Tasks.yieldNow();
      account[0] = seen + 1;
    }

    /** Which seeds run. */
    public static List<Long> seeds() {
      List<Long> seeds = new ArrayList<>();
      TestLoop.explore(3, () -> note(seeds, TestLoop.current().seed()));
      return seeds;
    }

    private static void note(List<Long> seeds, long seed) {
      seeds.add(seed);
    }

    /** A sleep besides what other threads do. */
    public static List<String> outside() {
      List<String> log = new ArrayList<>();
      TestLoop.run(
          1,
          () -> {
            Task<Void> sleeper = Tasks.async(() -> sleep(log));
            Tasks.blocking(() -> 1);
            log.add("blocking at " + TestLoop.current().now());
            Tasks.await(
                CompletableFuture.supplyAsync(
                    () -> 1, CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS)));
            log.add("future at " + TestLoop.current().now());
            sleeper.await();
          });
      return log;
    }

    @Suspendable
    private static void sleep(List<String> log) {
      Tasks.sleep(Duration.ofHours(1));
      log.add("sleep at " + TestLoop.current().now());
    }

    /** Of a future. */
    public static String timeout() throws Exception {
      TestLoop loop = TestLoop.create(1);
      Task<String> task =
          loop.spawn(
              () -> {
                try {
                  Tasks.withTimeout(
                      Duration.ofSeconds(5), () -> Tasks.await(new CompletableFuture<String>()));
                  return "completed";
                } catch (TimeoutException e) {
                  return "timeout at " + loop.now();
                }
              });
      loop.runUntilIdle();
      loop.advance(Duration.ofSeconds(60));
      return task.toCompletableFuture().get();
    }

    /** Three timers. */
    public static List<String> steps() {
      List<String> log = new ArrayList<>();
      TestLoop loop = TestLoop.create(1);
      loop.spawn(
          () -> {
            for (int i = 0; i < 3; i++) {
              Tasks.sleep(Duration.ofSeconds(1));
              log.add(loop.now().toString());
            }
          });
      loop.advance(Duration.ofMillis(2500));
      log.add("advanced to " + loop.now());
      loop.runUntilIdle();
      log.add("idle at " + loop.now());
      return log;
    }

    /** A receiver before there is a sender. */
    public static String idle() throws Exception {
      TestLoop loop = TestLoop.create(1);
      Channel<String> channel = Channel.rendezvous();
      Task<String> receiver = loop.spawn(() -> channel.receive());
      if (!loop.runUntilIdle()) {
        return "the receiver has ended";
      }
      loop.spawn(() -> channel.send("came"));
      return loop.runUntilIdle() ? "still waits" : receiver.toCompletableFuture().get();
    }

    /** Nobody sends. */
    public static void deadlock() {
      TestLoop.run(1, () -> Channel.rendezvous().receive());
    }
  }
}
