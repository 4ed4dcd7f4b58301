package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.CoroutineException;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TaskTreeTest {

  @Test
  void run_returns_what_the_body_returns() throws Exception {
    assertEquals("ab", Transformed.call(Program.class, "results"));
  }

  @Test
  void tasks_run_in_the_order_in_which_they_became_runnable() throws Exception {
    assertEquals(
        List.of("main", "a0", "b0", "c0", "a1", "b1", "c1", "a2", "b2", "c2"),
        Transformed.call(Program.class, "turns"));
  }

  @Test
  void run_ends_when_all_children_have_ended() throws Exception {
    assertEquals(
        List.of("body ended", "grandchild ended"), Transformed.call(Program.class, "waits"));
  }

  @Test
  void an_awaited_failure_belongs_to_the_awaiter() throws Exception {
    assertEquals("caught one", Transformed.call(Program.class, "awaitedFailure"));
  }

  @Test
  void the_first_failure_that_nobody_awaits_leaves_run_with_the_number_of_the_others() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class, () -> Transformed.call(Program.class, "lostFailures"));
    assertEquals("one", thrown.getMessage());
    assertEquals(1, thrown.getSuppressed().length);
    String note = thrown.getSuppressed()[0].getMessage();
    assertTrue(note.startsWith("2 more tasks failed"), note);
  }

  @Test
  void a_failure_of_a_child_is_suppressed_in_that_of_the_body() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class, () -> Transformed.call(Program.class, "bodyAndChild"));
    assertEquals("body", thrown.getMessage());
    assertEquals("child", thrown.getSuppressed()[0].getMessage());
  }

  @Test
  void a_checked_failure_comes_wrapped() {
    CoroutineException thrown =
        assertThrows(
            CoroutineException.class, () -> Transformed.call(Program.class, "checkedFailure"));
    assertInstanceOf(IOException.class, thrown.getCause());
  }

  @Test
  void a_failing_body_cancels_its_children_and_waits_for_them() throws Exception {
    List<String> log = new ArrayList<>();
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () -> Transformed.call(Program.class, "failingParent", log));
    assertEquals("parent", thrown.getMessage());
    assertEquals(List.of("finally begins", "finally ends"), log);
  }

  @Test
  void a_failing_child_cancels_its_siblings_once_the_body_has_ended() {
    List<String> log = new ArrayList<>();
    assertThrows(
        IllegalStateException.class, () -> Transformed.call(Program.class, "failingChild", log));
    assertEquals(List.of("sibling cancelled"), log);
  }

  @Test
  void a_cancelled_task_runs_its_finally_and_its_awaiter_learns_of_it() throws Exception {
    assertEquals(
        List.of("finally", "cancelled", "goes on"), Transformed.call(Program.class, "cancel"));
  }

  @Test
  void a_task_cancelled_before_its_turn_never_starts() throws Exception {
    assertEquals(List.of("cancelled"), Transformed.call(Program.class, "cancelEarly"));
  }

  @Test
  void a_task_that_cancels_itself_is_struck_at_its_next_wait() throws Exception {
    assertEquals(List.of("runs on", "struck"), Transformed.call(Program.class, "cancelSelf"));
  }

  @Test
  void a_failure_while_being_cancelled_is_not_lost() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class, () -> Transformed.call(Program.class, "failingCleanup"));
    assertEquals("cleanup", thrown.getMessage());
  }

  @Test
  void the_trace_of_a_failure_shows_the_logical_callers() throws Exception {
    CancellationException thrown = Transformed.call(Program.class, "trace");
    List<String> methods = new ArrayList<>();
    for (StackTraceElement element : thrown.getStackTrace()) {
      methods.add(element.getMethodName());
    }
    assertEquals(List.of("inner", "outer"), methods.subList(0, 2), methods.toString());
  }

  @Test
  void a_deep_tree_ends_without_deep_recursion() throws Exception {
    assertEquals(20_000, (int) Transformed.call(Program.class, "deepTree", 20_000));
  }

  /** Transformed. */
  public static class Program {
    /** Two children. */
    public static String results() {
      return EventLoop.run(
          () -> {
            Task<String> a = Tasks.async(() -> "a");
            Task<String> b =
                Tasks.async(
                    () -> {
                      Tasks.yieldNow();
                      return "b";
                    });
            return a.await() + Tasks.await(b);
          });
    }

    /** Three tasks that take turns. */
    public static List<String> turns() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            for (String name : List.of("a", "b", "c")) {
              Tasks.async(() -> count(name, log));
            }
            log.add("main");
          });
      return log;
    }

    @dev.respool.Suspendable
    private static void count(String name, List<String> log) {
      for (int i = 0; i < 3; i++) {
        log.add(name + i);
        Tasks.yieldNow();
      }
    }

    /** A grandchild outlives all. */
    public static List<String> waits() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Tasks.async(
                () -> {
                  Tasks.async(
                      () -> {
                        Tasks.sleep(Duration.ofMillis(10));
                        log.add("grandchild ended");
                      });
                });
            log.add("body ended");
          });
      return log;
    }

    /** Catches what a child throws. */
    public static String awaitedFailure() {
      return EventLoop.run(
          () -> {
            Task<String> child = Tasks.async(() -> fail("one"));
            Tasks.yieldNow();
            Tasks.yieldNow();
            try {
              return child.await();
            } catch (IllegalStateException e) {
              return "caught " + e.getMessage();
            }
          });
    }

    private static String fail(String message) {
      throw new IllegalStateException(message);
    }

    /** Two children fail. */
    public static void lostFailures() {
      EventLoop.run(
          () -> {
            Tasks.async(() -> fail("one"));
            Tasks.async(() -> fail("two"));
            Tasks.async(() -> fail("three"));
            Tasks.yieldNow();
            Tasks.yieldNow();
          });
    }

    /** Both fail. */
    public static void bodyAndChild() {
      EventLoop.run(
          () -> {
            Tasks.async(() -> fail("child"));
            Tasks.yieldNow();
            Tasks.yieldNow();
            fail("body");
          });
    }

    /** Fails with a checked exception. */
    public static void checkedFailure() {
      EventLoop.run(
          () -> {
            Tasks.yieldNow();
            throw new IOException("broken");
          });
    }

    /** The child takes its time to clean up. */
    public static void failingParent(List<String> log) {
      EventLoop.run(
          () -> {
            Tasks.async(
                () -> {
                  try {
                    Tasks.sleep(Duration.ofHours(1));
                  } finally {
                    log.add("finally begins");
                    Tasks.shielded(() -> Tasks.sleep(Duration.ofMillis(1)));
                    log.add("finally ends");
                  }
                });
            Tasks.yieldNow();
            Tasks.yieldNow();
            throw new IllegalStateException("parent");
          });
    }

    /** One of two children fails when the body has ended. */
    public static void failingChild(List<String> log) {
      EventLoop.run(
          () -> {
            Tasks.async(
                () -> {
                  try {
                    Tasks.sleep(Duration.ofHours(1));
                  } catch (CancellationException e) {
                    log.add("sibling cancelled");
                    throw e;
                  }
                });
            Tasks.async(
                () -> {
                  Tasks.sleep(Duration.ofMillis(5));
                  fail("child");
                });
          });
    }

    /** Cancels a sleeper. */
    public static List<String> cancel() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Task<Void> sleeper =
                Tasks.async(
                    () -> {
                      try {
                        Tasks.sleep(Duration.ofHours(1));
                      } finally {
                        log.add("finally");
                      }
                    });
            Tasks.yieldNow();
            sleeper.cancel();
            try {
              sleeper.await();
            } catch (CancellationException e) {
              log.add("cancelled");
            }
            log.add("goes on");
          });
      return log;
    }

    /** Cancels what has not started. */
    public static List<String> cancelEarly() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Task<Boolean> child = Tasks.async(() -> log.add("started"));
            child.cancel();
            try {
              child.await();
            } catch (CancellationException e) {
              log.add("cancelled");
            }
          });
      return log;
    }

    /** Cancels itself. */
    public static List<String> cancelSelf() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            List<Task<?>> self = new ArrayList<>();
            self.add(
                Tasks.async(
                    () -> {
                      self.get(0).cancel();
                      log.add("runs on");
                      try {
                        Tasks.yieldNow();
                      } catch (CancellationException e) {
                        log.add("struck");
                      }
                      Tasks.yieldNow();
                    }));
          });
      return log;
    }

    /** Fails in its finally. */
    public static void failingCleanup() {
      EventLoop.run(
          () -> {
            Task<Void> child =
                Tasks.async(
                    () -> {
                      try {
                        Tasks.sleep(Duration.ofHours(1));
                      } finally {
                        fail("cleanup");
                      }
                    });
            Tasks.yieldNow();
            child.cancel();
          });
    }

    /** A cancellation seen from within. */
    public static CancellationException trace() {
      return EventLoop.run(
          () -> {
            Task<CancellationException> child = Tasks.async(() -> outer());
            Tasks.yieldNow();
            child.cancel();
            return child.await();
          });
    }

    @dev.respool.Suspendable
    private static CancellationException outer() {
      try {
        inner();
        return null;
      } catch (CancellationException e) {
        return e;
      }
    }

    @dev.respool.Suspendable
    private static void inner() {
      Tasks.sleep(Duration.ofHours(1));
    }

    /** Each body ends before its child does. */
    public static int deepTree(int depth) {
      int[] count = new int[1];
      EventLoop.run(() -> descend(depth, count));
      return count[0];
    }

    private static void descend(int depth, int[] count) {
      if (depth > 0) {
        count[0]++;
        Tasks.async(() -> descend(depth - 1, count));
      }
    }
  }
}
