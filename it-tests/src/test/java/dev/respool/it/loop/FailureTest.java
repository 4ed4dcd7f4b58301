package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who hears of a failure, and when. */
@Timeout(60)
class FailureTest {

  @Test
  void the_handler_hears_at_once_of_a_failure_that_nobody_waits_for() throws Exception {
    assertEquals(
        List.of("handler: task 2 failed with lost", "body goes on", "awaited: lost"),
        Transformed.call(Program.class, "lost"));
  }

  @Test
  void the_handler_hears_nothing_of_a_failure_that_somebody_waits_for() throws Exception {
    assertEquals(List.of("awaited: mine"), Transformed.call(Program.class, "awaited"));
  }

  @Test
  void the_handler_hears_once_of_a_failure_that_goes_up_the_tree() {
    List<String> log = new ArrayList<>();
    assertThrows(
        IllegalStateException.class, () -> Transformed.call(Program.class, "inherited", log));
    assertEquals(List.of("handler: task 3 failed with deep"), log);
  }

  @Test
  void a_failure_has_the_logical_trace() throws Exception {
    assertEquals(List.of("inner", "outer"), Transformed.call(Program.class, "trace"));
  }

  @Test
  void a_handler_that_fails_does_not_end_the_loop() throws Exception {
    assertEquals("goes on", Transformed.call(Program.class, "failingHandler"));
  }

  @Test
  void failures_awaited_later_do_not_reach_the_parent() throws Exception {
    assertEquals("both awaited", Transformed.call(Program.class, "awaitedLater"));
  }

  @Test
  void a_failure_that_is_only_counted_is_not_lost() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class, () -> Transformed.call(Program.class, "onlyCounted"));
    assertTrue(thrown.getMessage().startsWith("1 more tasks failed"), thrown.getMessage());
  }

  /** Transformed. */
  public static class Program {
    private static List<String> run(Body body) {
      List<String> log = new ArrayList<>();
      run(log, body);
      return log;
    }

    private static void run(List<String> log, Body body) {
      EventLoop loop = EventLoop.create();
      loop.setFailureHandler(
          (task, failure) -> log.add("handler: " + task + " failed with " + failure.getMessage()));
      loop.spawn(() -> body.run(log));
      loop.runUntilDone();
    }

    public interface Body {
      @Suspendable
      void run(List<String> log) throws Exception;
    }

    private static String fail(String message) {
      throw new IllegalStateException(message);
    }

    /** Awaited after it failed. */
    public static List<String> lost() {
      return run(
          log -> {
            Task<String> child = Tasks.async(() -> fail("lost"));
            Tasks.sleep(Duration.ofMillis(1));
            log.add("body goes on");
            await(child, log);
          });
    }

    @Suspendable
    private static void await(Task<String> child, List<String> log) {
      try {
        child.await();
      } catch (IllegalStateException e) {
        log.add("awaited: " + e.getMessage());
      }
    }

    /** Awaited before it fails. */
    public static List<String> awaited() {
      return run(log -> await(Tasks.async(() -> fail("mine")), log));
    }

    /** A grandchild fails. */
    public static void inherited(List<String> log) {
      run(
          log,
          own -> {
            Tasks.async(
                () -> {
                  Tasks.async(() -> fail("deep"));
                });
          });
    }

    /** Fails at depth, after a wait. */
    public static List<String> trace() {
      List<String> methods = new ArrayList<>();
      EventLoop loop = EventLoop.create();
      loop.setFailureHandler(
          (task, failure) ->
              Arrays.stream(failure.getStackTrace())
                  .limit(2)
                  .forEach(element -> methods.add(element.getMethodName())));
      loop.spawn(
          () -> {
            Task<Void> child = Tasks.async(() -> outer());
            Tasks.sleep(Duration.ofMillis(1));
            child.toCompletableFuture();
          });
      loop.runUntilDone();
      return methods;
    }

    @Suspendable
    private static void outer() {
      inner();
    }

    @Suspendable
    private static void inner() {
      Tasks.yieldNow();
      throw new IllegalStateException();
    }

    /** The handler throws. */
    public static String failingHandler() {
      List<String> log = new ArrayList<>();
      EventLoop loop = EventLoop.create();
      loop.setFailureHandler((task, failure) -> fail("in the handler"));
      loop.spawn(
          () -> {
            Task<String> child = Tasks.async(() -> fail("child"));
            Tasks.sleep(Duration.ofMillis(1));
            child.toCompletableFuture();
            log.add("goes on");
          });
      loop.runUntilDone();
      return log.get(0);
    }

    /** Two that failed long ago. */
    public static String awaitedLater() {
      List<String> log =
          run(
              own -> {
                Task<String> one = Tasks.async(() -> fail("one"));
                Task<String> two = Tasks.async(() -> fail("two"));
                Tasks.sleep(Duration.ofMillis(1));
                await(two, own);
                await(one, own);
              });
      return log.containsAll(List.of("awaited: one", "awaited: two")) ? "both awaited" : "" + log;
    }

    /** The first one is awaited. */
    public static void onlyCounted() {
      run(
          own -> {
            Task<String> one = Tasks.async(() -> fail("one"));
            Tasks.async(() -> fail("two"));
            Tasks.sleep(Duration.ofMillis(1));
            await(one, own);
          });
    }
  }
}
