package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.CloseableIntIterator;
import dev.respool.CloseableIterator;
import dev.respool.Coroutine;
import dev.respool.CoroutineException;
import dev.respool.Generator;
import dev.respool.IntGenerator;
import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A coroutine or generator whose finally blocks wait for the loop while a task closes it. */
@Timeout(60)
class NestedClosingTest {

  @Test
  void the_finally_block_of_a_generator_waits_while_other_tasks_run() throws Exception {
    assertEquals(
        List.of("element 1", "closing", "other", "closed", "task goes on"),
        Transformed.call(Program.class, "generator"));
  }

  @Test
  void try_with_resources_waits_for_the_finally_block() throws Exception {
    assertEquals(
        List.of("1", "closing", "closed", "int 1", "closing", "closed", "closing", "closed"),
        Transformed.call(Program.class, "resources"));
  }

  @Test
  void that_of_a_generator_of_primitives_waits_too() throws Exception {
    assertEquals(
        List.of("1", "closing", "closed", "no more"),
        Transformed.call(Program.class, "primitives"));
  }

  @Test
  void that_of_a_coroutine_waits_at_any_depth_and_several_times() throws Exception {
    assertEquals(
        List.of("inner", "NORMAL", "inner again", "outer", "body", "DEAD"),
        Transformed.call(Program.class, "coroutine"));
  }

  @Test
  void one_that_is_closed_closes_another_one_that_waits() throws Exception {
    assertEquals(
        List.of("outer closes", "inner closed", "outer closed"),
        Transformed.call(Program.class, "nested"));
  }

  @Test
  void a_finally_block_iterates_over_a_generator_that_waits() throws Exception {
    assertEquals(List.of("1", "2", "closed"), Transformed.call(Program.class, "iterates"));
  }

  @Test
  void a_wait_in_a_finally_block_that_is_over_at_once_suspends_nobody() throws Exception {
    assertEquals(List.of("child", "closed"), Transformed.call(Program.class, "atOnce"));
  }

  @Test
  void a_yield_is_refused_before_and_after_the_wait() throws Exception {
    assertEquals(
        List.of(
            "attempt to yield from a coroutine that is being closed", "waited", "again", "DEAD"),
        Transformed.call(Program.class, "yields"));
  }

  @Test
  void what_is_thrown_after_the_wait_leaves_close() throws Exception {
    assertEquals(
        List.of("IllegalStateException: unchecked", "CoroutineException: IOException"),
        Transformed.call(Program.class, "failures"));
  }

  @Test
  void a_task_that_is_cancelled_meanwhile_is_cancelled_in_the_finally_block() throws Exception {
    assertEquals(
        List.of("finally", "CancellationException in finally", "CancellationException of close"),
        Transformed.call(Program.class, "cancelled"));
  }

  @Test
  void a_cancelled_task_waits_in_a_shielded_finally_block() throws Exception {
    assertEquals(List.of("cleaned up"), Transformed.call(Program.class, "shielded"));
  }

  @Test
  void meanwhile_others_can_neither_resume_nor_close_it() throws Exception {
    assertEquals(
        List.of(
            "NORMAL", "cannot resume non-suspended coroutine", "cannot close a running coroutine"),
        Transformed.call(Program.class, "others"));
  }

  @Test
  void code_that_cannot_be_captured_gets_its_error_in_the_finally_block() throws Exception {
    List<String> said = Transformed.call(Program.class, "acrossPlainCode");
    assertTrue(said.get(0).contains("attempt to yield across"), said.get(0));
    assertEquals(List.of("end", "DEAD"), said.subList(1, said.size()));
  }

  @Test
  void outside_a_loop_the_wait_is_refused() throws Exception {
    String said = Transformed.call(Program.class, "outside");
    assertTrue(said.contains("calls Tasks.sleep outside a task"), said);
  }

  @Test
  void a_trace_after_the_wait_shows_the_one_that_is_closed_and_then_the_task() throws Exception {
    assertEquals(List.of("fails", "cleansUp", "closes"), Transformed.call(Program.class, "trace"));
  }

  /** The tests' program. */
  public static final class Program {
    private static final Duration SHORT = Duration.ofMillis(1);

    private Program() {}

    /** Generator. */
    public static List<String> generator() {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Tasks.async(
                () -> {
                  Tasks.yieldNow();
                  said.add("other");
                });
            Iterator<Integer> run =
                Generator.<Integer>of(g -> waitsInFinally(g::yield, said)).iterator();
            said.add("element " + run.next());
            close((AutoCloseable) run);
            said.add("task goes on");
            return said;
          });
    }

    /** Yields a number. */
    public interface Yields {
      /** Yields it. */
      @Suspendable
      void yield(int number);
    }

    @Suspendable
    private static void waitsInFinally(Yields g, List<String> said) {
      try {
        g.yield(1);
        said.add("not reached");
      } finally {
        said.add("closing");
        Tasks.sleep(Duration.ofMillis(10));
        said.add("closed");
      }
    }

    @Suspendable
    private static void close(AutoCloseable closed) throws Exception {
      closed.close();
    }

    /** Resources. */
    public static List<String> resources() {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            try (CloseableIterator<Integer> run =
                Generator.<Integer>of(g -> waitsInFinally(g::yield, said)).iterator()) {
              said.add("" + run.next());
            }
            try (CloseableIntIterator run =
                IntGenerator.of(g -> waitsInFinally(g::yield, said)).iterator()) {
              said.add("int " + run.nextInt());
            }
            try (Coroutine<Object, Object> co =
                Coroutine.create(() -> waitsInFinally(Coroutine::yield, said))) {
              co.resume();
            }
            return said;
          });
    }

    /** Primitives. */
    public static List<String> primitives() {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            var run =
                IntGenerator.of(
                        g -> {
                          try {
                            g.yield(1);
                          } finally {
                            said.add("closing");
                            Tasks.sleep(SHORT);
                            said.add("closed");
                          }
                        })
                    .iterator();
            said.add("" + run.nextInt());
            close(run);
            said.add(run.hasNext() ? "more" : "no more");
            return said;
          });
    }

    /** Coroutine. */
    public static List<String> coroutine() {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Coroutine<Object, Object> co =
                Coroutine.create(
                    () -> {
                      try {
                        outer(said);
                      } finally {
                        Tasks.yieldNow();
                        said.add("body");
                      }
                    });
            co.resume();
            Tasks.async(() -> said.add(co.status().toString()));
            close(co);
            said.add(co.status().toString());
            return said;
          });
    }

    @Suspendable
    private static void outer(List<String> said) {
      try {
        inner(said);
      } finally {
        Tasks.sleep(SHORT);
        said.add("outer");
      }
    }

    @Suspendable
    private static void inner(List<String> said) {
      try {
        Coroutine.yield();
        said.add("not reached");
      } finally {
        said.add("inner");
        Tasks.sleep(SHORT);
        said.add("inner again");
      }
    }

    /** What a coroutine does when it is closed. */
    public interface Cleanup {
      /** Does it. */
      @Suspendable
      void run() throws Exception;
    }

    /** A coroutine that is suspended in a try block. */
    private static Coroutine<Object, Object> suspended(Cleanup cleanup) {
      Coroutine<Object, Object> co =
          Coroutine.create(
              () -> {
                try {
                  Coroutine.yield();
                } finally {
                  cleanup.run();
                }
              });
      co.resume();
      return co;
    }

    /** Nested. */
    public static List<String> nested() {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Coroutine<Object, Object> inner =
                suspended(
                    () -> {
                      Tasks.sleep(SHORT);
                      said.add("inner closed");
                    });
            Coroutine<Object, Object> outer =
                suspended(
                    () -> {
                      said.add("outer closes");
                      close(inner);
                      Tasks.sleep(SHORT);
                      said.add("outer closed");
                    });
            close(outer);
            return said;
          });
    }

    /** Iterates. */
    public static List<String> iterates() {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Generator<Integer> waits =
                Generator.of(
                    g -> {
                      Tasks.sleep(SHORT);
                      g.yield(1);
                      Tasks.sleep(SHORT);
                      g.yield(2);
                    });
            close(
                suspended(
                    () -> {
                      for (Integer element : waits) {
                        said.add("" + element);
                      }
                    }));
            said.add("closed");
            return said;
          });
    }

    /** At once. */
    public static List<String> atOnce() {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Task<String> child = Tasks.async(() -> "child");
            child.await();
            Coroutine<Object, Object> co = suspended(() -> said.add(child.await()));
            co.close();
            said.add("closed");
            return said;
          });
    }

    /** Yields. */
    public static List<String> yields() {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Coroutine<Object, Object> co =
                suspended(
                    () -> {
                      try {
                        Coroutine.yield();
                      } catch (IllegalStateException e) {
                        said.add(e.getMessage().replaceAll(":.*", ""));
                      }
                      Tasks.sleep(SHORT);
                      said.add("waited");
                      try {
                        Coroutine.yield();
                      } catch (IllegalStateException e) {
                        said.add("again");
                      }
                    });
            close(co);
            said.add(co.status().toString());
            return said;
          });
    }

    /** Failures. */
    public static List<String> failures() {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            try {
              close(throwing(new IllegalStateException("unchecked")));
            } catch (IllegalStateException e) {
              said.add(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
            try {
              close(throwing(new IOException("checked")));
            } catch (CoroutineException e) {
              said.add(
                  e.getClass().getSimpleName() + ": " + e.getCause().getClass().getSimpleName());
            }
            return said;
          });
    }

    private static Coroutine<Object, Object> throwing(Exception thrown) {
      return suspended(
          () -> {
            Tasks.sleep(SHORT);
            throw thrown;
          });
    }

    /** Cancelled. */
    public static List<String> cancelled() {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Task<Void> closes =
                Tasks.async(
                    () -> {
                      Coroutine<Object, Object> co = suspended(() -> sleepsLong(said));
                      try {
                        close(co);
                      } catch (CancellationException e) {
                        said.add("CancellationException of close");
                      }
                    });
            Tasks.yieldNow();
            closes.cancel();
            Tasks.sleep(SHORT);
            return said;
          });
    }

    @Suspendable
    private static void sleepsLong(List<String> said) {
      said.add("finally");
      try {
        Tasks.sleep(Duration.ofDays(1));
      } catch (CancellationException e) {
        said.add("CancellationException in finally");
        throw e;
      }
    }

    /** Shielded. */
    public static List<String> shielded() {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Task<Void> drains = Tasks.async(() -> drains(said));
            Tasks.yieldNow();
            drains.cancel();
            Tasks.sleep(Duration.ofMillis(20));
            return said;
          });
    }

    @Suspendable
    private static void drains(List<String> said) throws Exception {
      Iterator<Integer> run =
          Generator.<Integer>of(
                  g -> {
                    try {
                      g.yield(1);
                    } finally {
                      Tasks.shielded(() -> Tasks.sleep(SHORT));
                      said.add("cleaned up");
                    }
                  })
              .iterator();
      try {
        run.next();
        Tasks.sleep(Duration.ofDays(1));
      } finally {
        close((AutoCloseable) run);
      }
    }

    /** Others. */
    public static List<String> others() {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Coroutine<Object, Object> co = suspended(() -> Tasks.sleep(Duration.ofMillis(20)));
            Task<Void> closes = Tasks.async(() -> close(co));
            Tasks.yieldNow();
            said.add(co.status().toString());
            try {
              co.resume();
            } catch (IllegalStateException e) {
              said.add(e.getMessage());
            }
            try {
              co.close();
            } catch (IllegalStateException e) {
              said.add(e.getMessage());
            }
            closes.await();
            return said;
          });
    }

    /** Across plain code. */
    public static List<String> acrossPlainCode() {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Coroutine<Object, Object> co =
                suspended(
                    () -> {
                      try {
                        Tasks.sleep(SHORT);
                      } catch (IllegalStateException e) {
                        said.add(e.getMessage());
                      }
                    });
            List.of(co).forEach(Coroutine::close);
            said.add("end");
            said.add(co.status().toString());
            return said;
          });
    }

    /** Outside. */
    public static String outside() {
      Coroutine<Object, Object> co = suspended(() -> Tasks.sleep(SHORT));
      try {
        co.close();
        return "closed";
      } catch (IllegalStateException e) {
        return e.getMessage();
      }
    }

    /** Trace. */
    public static List<String> trace() {
      return EventLoop.run(() -> closes());
    }

    @Suspendable
    private static List<String> closes() throws Exception {
      Tasks.yieldNow();
      Coroutine<Object, Object> co = suspended(() -> cleansUp());
      try {
        AutoCloseable closeable = co;
        closeable.close();
        throw new AssertionError("no exception");
      } catch (IllegalArgumentException e) {
        return Arrays.stream(e.getStackTrace())
            .filter(element -> element.getClassName().equals(Program.class.getName()))
            .map(StackTraceElement::getMethodName)
            .filter(name -> !name.contains("lambda"))
            .limit(3)
            .toList();
      }
    }

    @Suspendable
    private static void cleansUp() {
      Tasks.sleep(SHORT);
      fails();
    }

    @Suspendable
    private static void fails() {
      Tasks.sleep(SHORT);
      throw new IllegalArgumentException("fails");
    }
  }
}
