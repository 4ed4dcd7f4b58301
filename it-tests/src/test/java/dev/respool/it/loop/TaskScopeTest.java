package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Mutex;
import dev.respool.loop.Task;
import dev.respool.loop.TaskScope;
import dev.respool.loop.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scopes of tasks: how they fail, succeed and end. */
@Timeout(60)
class TaskScopeTest {

  @Test
  void a_scope_returns_its_bodys_result_when_all_its_tasks_have_ended() throws Exception {
    assertEquals(List.of("child", "body 3"), Transformed.call(Program.class, "results"));
  }

  @Test
  void a_failure_cancels_siblings_and_body_at_once() throws Exception {
    assertEquals(
        List.of("body cancelled", "sibling cancelled", "thrown first, suppressed [in cleanup]"),
        Transformed.call(Program.class, "failFast"));
  }

  @Test
  void a_failure_of_the_body_comes_first_if_it_was_first() throws Exception {
    assertEquals(
        List.of("thrown body, suppressed [in cleanup]"),
        Transformed.call(Program.class, "failingBody"));
  }

  @Test
  void an_awaited_failure_is_thrown_once() throws Exception {
    assertEquals(
        List.of("thrown awaited, suppressed []"), Transformed.call(Program.class, "awaited"));
  }

  @Test
  void the_first_result_wins_and_the_others_are_cancelled_and_waited_for() throws Exception {
    assertEquals(
        List.of("slow cancelled", "slow cleaned up", "result fast"),
        Transformed.call(Program.class, "firstSuccess"));
  }

  @Test
  void the_first_result_also_ends_a_body_that_waits() throws Exception {
    assertEquals(
        List.of("body cancelled", "result fast"),
        Transformed.call(Program.class, "firstSuccessInBody"));
  }

  @Test
  void if_all_fail_the_first_failure_has_the_others() throws Exception {
    assertEquals(
        List.of("thrown one, suppressed [two, three]"), Transformed.call(Program.class, "allFail"));
  }

  @Test
  void a_race_of_nobody_says_so() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class, () -> Transformed.call(Program.class, "nobodyRuns"));
    assertTrue(thrown.getMessage().contains("scope.async"), thrown.getMessage());
  }

  @Test
  void a_supervised_scope_tells_its_handler_and_goes_on() throws Exception {
    assertEquals(
        List.of("handler one", "sibling ended", "result done"),
        Transformed.call(Program.class, "supervised"));
  }

  @Test
  void a_closed_scope_starts_nothing() {
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> Transformed.call(Program.class, "leak"));
    assertTrue(thrown.getMessage().contains("Tasks.async"), thrown.getMessage());
  }

  @Test
  void a_scope_that_has_failed_starts_nothing_more() throws Exception {
    assertEquals(
        List.of("late cancelled", "thrown first, suppressed []"),
        Transformed.call(Program.class, "late"));
  }

  @Test
  void scopes_nest_and_a_cancellation_reaches_all() throws Exception {
    assertEquals(
        List.of("inner body cancelled", "inner task cancelled", "outer cancelled"),
        Transformed.call(Program.class, "nested"));
  }

  @Test
  void the_body_holds_the_mutexes_of_its_task() throws Exception {
    assertEquals(false, Transformed.call(Program.class, "mutex"));
  }

  /** Transformed. */
  public static class Program {
    public interface Scope {
      @Suspendable
      Object run(List<String> log);
    }

    private static List<String> run(Scope scope) {
      List<String> log = new ArrayList<>();
      EventLoop.run(() -> record(scope, log));
      return log;
    }

    @Suspendable
    private static void record(Scope scope, List<String> log) {
      try {
        Object result = scope.run(log);
        if (result != null) {
          log.add("result " + result);
        }
      } catch (IllegalStateException e) {
        List<String> suppressed = new ArrayList<>();
        for (Throwable other : e.getSuppressed()) {
          suppressed.add(other.getMessage());
        }
        log.add("thrown " + e.getMessage() + ", suppressed " + suppressed);
      }
    }

    private static String fail(String message) {
      throw new IllegalStateException(message);
    }

    @Suspendable
    private static String failAfter(int turns, String message) {
      for (int i = 0; i < turns; i++) {
        Tasks.yieldNow();
      }
      return fail(message);
    }

    @Suspendable
    private static void waitForEver(String name, List<String> log) {
      try {
        Tasks.sleep(Duration.ofHours(1));
      } catch (CancellationException e) {
        log.add(name + " cancelled");
        throw e;
      }
    }

    /** Nothing goes wrong. */
    public static List<String> results() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            int sum =
                TaskScope.failFast(
                    scope -> {
                      Task<Integer> one = scope.async(() -> 1);
                      Task<Integer> two = scope.async(() -> 2);
                      scope.async(
                          () -> {
                            Tasks.sleep(Duration.ofMillis(2));
                            log.add("child");
                          });
                      return one.await() + two.await();
                    });
            log.add("body " + sum);
          });
      return log;
    }

    /** One of three fails. */
    public static List<String> failFast() {
      return run(
          log -> {
            TaskScope.failFast(
                scope -> {
                  scope.async(
                      () -> {
                        try {
                          waitForEver("sibling", log);
                        } finally {
                          fail("in cleanup");
                        }
                      });
                  scope.async(() -> failAfter(3, "first"));
                  waitForEver("body", log);
                });
            return null;
          });
    }

    /** The body fails before a task does. */
    public static List<String> failingBody() {
      return run(
          log -> {
            TaskScope.failFast(
                scope -> {
                  scope.async(
                      () -> {
                        try {
                          Tasks.sleep(Duration.ofHours(1));
                        } finally {
                          fail("in cleanup");
                        }
                      });
                  failAfter(3, "body");
                });
            return null;
          });
    }

    /** The body waits for the one that fails. */
    public static List<String> awaited() {
      return run(
          log ->
              TaskScope.failFast(
                  scope -> {
                    return scope.async(() -> failAfter(2, "awaited")).await();
                  }));
    }

    /** One is fast. */
    public static List<String> firstSuccess() {
      return run(
          log -> {
            String first =
                TaskScope.firstSuccess(
                    scope -> {
                      scope.async(() -> slow(log));
                      scope.async(() -> failAfter(1, "fails"));
                      scope.async(() -> fast());
                    });
            return first;
          });
    }

    @Suspendable
    private static String slow(List<String> log) {
      try {
        waitForEver("slow", log);
        return "slow";
      } finally {
        Tasks.shielded(() -> Tasks.sleep(Duration.ofMillis(2)));
        log.add("slow cleaned up");
      }
    }

    @Suspendable
    private static String fast() {
      for (int i = 0; i < 4; i++) {
        Tasks.yieldNow();
      }
      return "fast";
    }

    /** The body still waits. */
    public static List<String> firstSuccessInBody() {
      return run(
          log -> {
            String first =
                TaskScope.firstSuccess(
                    scope -> {
                      scope.async(() -> fast());
                      waitForEver("body", log);
                    });
            return first;
          });
    }

    /** No result. */
    public static List<String> allFail() {
      return run(
          log -> {
            String first =
                TaskScope.firstSuccess(
                    scope -> {
                      scope.async(() -> failAfter(2, "two"));
                      scope.async(() -> failAfter(1, "one"));
                      scope.async(() -> failAfter(3, "three"));
                    });
            return first;
          });
    }

    /** No task. */
    public static void nobodyRuns() {
      EventLoop.run(
          () -> {
            TaskScope.firstSuccess(scope -> {});
          });
    }

    /** One of two fails. */
    public static List<String> supervised() {
      return run(
          log ->
              TaskScope.supervised(
                  (task, failure) -> log.add("handler " + failure.getMessage()),
                  scope -> {
                    scope.async(() -> fail("one"));
                    scope.async(
                        () -> {
                          Tasks.sleep(Duration.ofMillis(2));
                          log.add("sibling ended");
                        });
                    return "done";
                  }));
    }

    /** Keeps the scope. */
    public static void leak() {
      EventLoop.run(
          () -> {
            List<TaskScope<Object>> kept = new ArrayList<>();
            TaskScope.failFast(
                scope -> {
                  kept.add(scope);
                });
            kept.get(0).async(() -> 1);
          });
    }

    /** The body goes on after the failure. */
    public static List<String> late() {
      return run(
          log -> {
            TaskScope.failFast(
                scope -> {
                  scope.async(() -> fail("first"));
                  try {
                    Tasks.sleep(Duration.ofHours(1));
                  } catch (CancellationException e) {
                    Task<Boolean> late = scope.async(() -> log.add("late started"));
                    Tasks.shielded(() -> awaitCancelled(late, log));
                  }
                });
            return null;
          });
    }

    @Suspendable
    private static void awaitCancelled(Task<?> task, List<String> log) {
      try {
        task.await();
      } catch (CancellationException e) {
        log.add("late cancelled");
      }
    }

    /** Cancelled from outside. */
    public static List<String> nested() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Task<Void> task = Tasks.async(() -> outer(log));
            for (int i = 0; i < 10; i++) {
              Tasks.yieldNow();
            }
            task.cancel();
            try {
              task.await();
            } catch (CancellationException e) {
              log.add("outer cancelled");
            }
          });
      return log;
    }

    @Suspendable
    private static void outer(List<String> log) {
      TaskScope.failFast(
          outer -> {
            TaskScope.failFast(
                inner -> {
                  try {
                    inner.async(() -> waitForEver("inner task", log)).await();
                  } catch (CancellationException e) {
                    log.add("inner body cancelled");
                    throw e;
                  }
                });
          });
    }

    /** Unlocks in the scope. */
    public static boolean mutex() {
      return EventLoop.run(
          () -> {
            Mutex mutex = new Mutex();
            mutex.lock();
            TaskScope.failFast(
                scope -> {
                  mutex.unlock();
                });
            return mutex.isLocked();
          });
    }
  }
}
