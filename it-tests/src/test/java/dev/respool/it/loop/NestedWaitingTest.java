package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.CloseableIterator;
import dev.respool.Coroutine;
import dev.respool.CoroutineException;
import dev.respool.DoubleGenerator;
import dev.respool.Generator;
import dev.respool.IntGenerator;
import dev.respool.LongGenerator;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A coroutine or generator that waits for the loop suspends the task that resumes it, too. */
@Timeout(60)
class NestedWaitingTest {

  @Test
  void a_generator_waits_in_a_for_each_loop_while_other_tasks_run() throws Exception {
    assertEquals(
        List.of("other", "row 0", "row 1", "other", "row 2", "other"),
        Transformed.call(Program.class, "rows"));
  }

  @Test
  void next_waits_where_nobody_has_asked_for_hasNext() throws Exception {
    assertEquals(List.of("a", "b", "end"), Transformed.call(Program.class, "nextOnly"));
  }

  @Test
  void generators_of_primitives_wait() throws Exception {
    assertEquals(
        List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "end"),
        Transformed.call(Program.class, "primitives"));
  }

  @Test
  void a_coroutine_waits_in_resume_and_in_wrap() throws Exception {
    assertEquals(
        List.of("first a", "then b", "end c", "wrapped d"),
        Transformed.call(Program.class, "resumes"));
  }

  @Test
  void generators_within_generators_wait_at_any_depth() throws Exception {
    assertEquals(499_500L, (long) Transformed.call(Program.class, "nested", 10, 1000));
  }

  @Test
  void a_recursive_generator_below_many_frames_waits() throws Exception {
    assertEquals(List.of(3, 2, 1, 0, 1, 2, 3), Transformed.call(Program.class, "deep", 3));
  }

  @Test
  void a_wait_that_is_over_at_once_does_not_suspend_anybody() throws Exception {
    assertEquals(List.of(1, 2, 3), Transformed.call(Program.class, "channel"));
  }

  @Test
  void tasks_are_started_in_generators() throws Exception {
    assertEquals(List.of("child", "element"), Transformed.call(Program.class, "children"));
  }

  @Test
  void an_exception_leaves_hasNext_as_it_is_or_wrapped() throws Exception {
    assertEquals(
        List.of("IllegalStateException: after a wait", "CoroutineException: IOException", "false"),
        Transformed.call(Program.class, "failures"));
  }

  @Test
  void a_cancelled_task_is_cancelled_in_the_generator_that_waits() throws Exception {
    assertEquals(
        List.of("cleaned up", "CancellationException"),
        Transformed.call(Program.class, "cancelled"));
  }

  @Test
  void what_waits_can_be_neither_resumed_nor_closed_by_others() throws Exception {
    assertEquals(
        List.of(
            "NORMAL",
            "cannot resume non-suspended coroutine",
            "cannot close a running coroutine",
            "[sleep]",
            "1"),
        Transformed.call(Program.class, "others"));
  }

  @Test
  void code_that_cannot_be_captured_gets_its_error_where_the_generator_waits() throws Exception {
    List<String> said = Transformed.call(Program.class, "acrossPlainCode");
    assertTrue(
        said.get(0).contains("attempt to yield across java.util.Iterator.forEachRemaining"),
        said.get(0));
    assertEquals(List.of("finally", "element", "end"), said.subList(1, said.size()));
  }

  @Test
  void a_refusal_further_out_is_thrown_in_the_generator_too() throws Exception {
    assertEquals(
        List.of("in the generator", "went on: 1"), Transformed.call(Program.class, "refusedBelow"));
  }

  @Test
  void outside_a_loop_the_wait_is_refused_as_ever() throws Exception {
    String said = Transformed.call(Program.class, "outside");
    assertTrue(said.contains("calls Tasks.sleep outside a task"), said);
    assertTrue(said.contains("a Generator, which is resumed by its iterator"), said);
  }

  @Test
  void a_trace_shows_the_generator_and_then_the_task_that_resumed_it() throws Exception {
    List<String> methods = Transformed.call(Program.class, "trace");
    assertEquals(List.of("fails", "body", "drains", "outermost"), methods.subList(0, 4));
  }

  /** The tests' program. */
  public static final class Program {
    private static final Duration SHORT = Duration.ofMillis(1);

    private Program() {}

    /** Rows. */
    public static List<String> rows() throws Exception {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Channel<Integer> source = Channel.rendezvous();
            Tasks.async(
                () -> {
                  for (int i = 0; i < 3; i++) {
                    source.send(i);
                    said.add("other");
                  }
                  source.close();
                });
            Generator<String> rows =
                Generator.of(
                    g -> {
                      for (int i = 0; i < 3; i++) {
                        g.yield("row " + source.receive());
                        Tasks.sleep(SHORT);
                      }
                    });
            for (String row : rows) {
              said.add(row);
            }
            return said;
          });
    }

    /** Next only. */
    public static List<String> nextOnly() throws Exception {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Iterator<String> elements =
                Generator.<String>of(
                        g -> {
                          Tasks.sleep(SHORT);
                          g.yield("a");
                          Tasks.sleep(SHORT);
                          Tasks.sleep(SHORT);
                          g.yield("b");
                          Tasks.sleep(SHORT);
                        })
                    .iterator();
            said.add(elements.next());
            said.add(elements.next());
            try {
              said.add(elements.next());
            } catch (NoSuchElementException e) {
              said.add("end");
            }
            return said;
          });
    }

    /** Primitives. */
    public static List<String> primitives() throws Exception {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            PrimitiveIterator.OfInt ints =
                IntGenerator.of(
                        g -> {
                          for (int i = 1; ; i++) {
                            Tasks.sleep(SHORT);
                            g.yield(i);
                          }
                        })
                    .iterator();
            said.add("" + ints.nextInt());
            said.add("" + ints.next());
            Iterator<Integer> boxed = ints;
            said.add("" + boxed.next());
            LongGenerator longs =
                LongGenerator.of(
                    g -> {
                      Tasks.sleep(SHORT);
                      g.yield(4L);
                      Tasks.sleep(SHORT);
                      g.yield(5L);
                    });
            for (long l : longs) {
              said.add("" + l);
            }
            var doubles =
                DoubleGenerator.of(
                        g -> {
                          for (int i = 6; i < 10; i++) {
                            Tasks.sleep(SHORT);
                            g.yield(i);
                          }
                          Tasks.sleep(SHORT);
                        })
                    .iterator();
            said.add("" + (int) doubles.nextDouble());
            said.add("" + doubles.next().intValue());
            while (doubles.hasNext()) {
              said.add("" + (int) doubles.nextDouble());
            }
            try {
              doubles.nextDouble();
            } catch (NoSuchElementException e) {
              said.add("end");
            }
            return said;
          });
    }

    /** Resumes. */
    public static List<String> resumes() throws Exception {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Coroutine<String, String> co =
                Coroutine.create(
                    first -> {
                      Tasks.sleep(SHORT);
                      String second = Coroutine.yield("first " + first);
                      Tasks.sleep(SHORT);
                      Tasks.yieldNow();
                      String third = Coroutine.yield("then " + second);
                      Tasks.sleep(SHORT);
                      return "end " + third;
                    });
            said.add(co.resume("a"));
            said.add(co.resume("b"));
            said.add(co.resume("c"));
            Function<String, String> wrapped =
                Coroutine.wrap(
                    first -> {
                      Tasks.sleep(SHORT);
                      return "wrapped " + first;
                    });
            said.add(wrapped.apply("d"));
            return said;
          });
    }

    /** Nested. */
    public static long nested(int levels, int elements) throws Exception {
      return EventLoop.run(
          () -> {
            long sum = 0;
            for (int i : level(levels, elements)) {
              sum += i;
            }
            return sum;
          });
    }

    @Suspendable
    private static Generator<Integer> level(int levels, int elements) {
      return Generator.of(
          g -> {
            if (levels == 0) {
              for (int i = 0; i < elements; i++) {
                if (i % 10 == 0) {
                  Tasks.yieldNow();
                }
                g.yield(i);
              }
            } else {
              for (int i : level(levels - 1, elements)) {
                if (i % 100 == levels) {
                  Tasks.yieldNow();
                }
                g.yield(i);
              }
            }
          });
    }

    /** Deep. */
    public static List<Integer> deep(int depth) throws Exception {
      return EventLoop.run(() -> collect(Generator.of(g -> descend(depth, g))));
    }

    @Suspendable
    private static <T> List<T> collect(Iterable<T> elements) {
      List<T> all = new ArrayList<>();
      for (T element : elements) {
        all.add(element);
      }
      return all;
    }

    @Suspendable
    private static void descend(int depth, dev.respool.Yielder<Integer> g) {
      Tasks.sleep(SHORT);
      g.yield(depth);
      if (depth > 0) {
        descend(depth - 1, g);
        Tasks.sleep(SHORT);
        g.yield(depth);
      }
    }

    /** Channel. */
    public static List<Integer> channel() throws Exception {
      return EventLoop.run(
          () -> {
            Channel<Integer> buffered = Channel.buffered(3);
            buffered.send(1);
            buffered.send(2);
            buffered.send(3);
            return collect(
                Generator.<Integer>of(
                    g -> {
                      for (int i = 0; i < 3; i++) {
                        g.yield(buffered.receive());
                      }
                    }));
          });
    }

    /** Children. */
    public static List<String> children() throws Exception {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Generator<String> started =
                Generator.of(
                    g -> {
                      Task<String> child = Tasks.async(() -> "child");
                      said.add(child.await());
                      g.yield("element");
                    });
            for (String element : started) {
              said.add(element);
            }
            return said;
          });
    }

    /** Failures. */
    public static List<String> failures() throws Exception {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            try {
              collect(
                  Generator.of(
                      g -> {
                        Tasks.sleep(SHORT);
                        throw new IllegalStateException("after a wait");
                      }));
            } catch (IllegalStateException e) {
              said.add(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
            CloseableIterator<String> checked =
                Generator.<String>of(
                        g -> {
                          Tasks.sleep(SHORT);
                          throw new IOException("checked");
                        })
                    .iterator();
            try {
              checked.hasNext();
            } catch (CoroutineException e) {
              said.add(
                  e.getClass().getSimpleName() + ": " + e.getCause().getClass().getSimpleName());
            }
            said.add("" + checked.hasNext());
            return said;
          });
    }

    /** Cancelled. */
    public static List<String> cancelled() throws Exception {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Task<Void> drains =
                Tasks.async(
                    () -> {
                      try {
                        collect(
                            Generator.of(
                                g -> {
                                  try {
                                    Tasks.sleep(Duration.ofDays(1));
                                  } finally {
                                    said.add("cleaned up");
                                  }
                                }));
                      } catch (CancellationException e) {
                        said.add(e.getClass().getSimpleName());
                      }
                    });
            Tasks.yieldNow();
            drains.cancel();
            Tasks.sleep(SHORT);
            return said;
          });
    }

    /** Others. */
    public static List<String> others() throws Exception {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Coroutine<Object, Object> waits =
                Coroutine.create(
                    first -> {
                      Tasks.sleep(Duration.ofMillis(20));
                      return 1;
                    });
            Task<Object> drains = Tasks.async(() -> waits.resume(null));
            Tasks.yieldNow();
            said.add(waits.status().toString());
            try {
              waits.resume(null);
            } catch (IllegalStateException e) {
              said.add(e.getMessage());
            }
            try {
              waits.close();
            } catch (IllegalStateException e) {
              said.add(e.getMessage());
            }
            said.add(waits.frames().size() == 1 ? "[sleep]" : Arrays.toString(waits.stackTrace()));
            said.add("" + drains.await());
            return said;
          });
    }

    /** Across plain code. */
    public static List<String> acrossPlainCode() throws Exception {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Generator.of(
                    g -> {
                      try {
                        Tasks.sleep(SHORT);
                      } catch (NotSuspendableException e) {
                        said.add(e.getMessage());
                      } finally {
                        said.add("finally");
                      }
                      g.yield("element");
                    })
                .iterator()
                .forEachRemaining(element -> said.add(element.toString()));
            said.add("end");
            return said;
          });
    }

    /** Refused below. */
    public static List<String> refusedBelow() throws Exception {
      return EventLoop.run(
          () -> {
            List<String> said = new ArrayList<>();
            Generator<Integer> waits =
                Generator.of(
                    g -> {
                      try {
                        Tasks.sleep(SHORT);
                      } catch (NotSuspendableException e) {
                        said.add("in the generator");
                      }
                      g.yield(1);
                    });
            List.of(1).forEach(any -> said.add("went on: " + first(waits)));
            return said;
          });
    }

    @Suspendable
    private static int first(Generator<Integer> generator) {
      return generator.iterator().next();
    }

    /** Outside. */
    public static String outside() {
      try {
        return "" + Generator.of(g -> Tasks.sleep(SHORT)).iterator().hasNext();
      } catch (IllegalStateException e) {
        return e.getMessage();
      }
    }

    /** Trace. */
    public static List<String> trace() throws Exception {
      return EventLoop.run(() -> outermost());
    }

    @Suspendable
    private static List<String> outermost() {
      Tasks.yieldNow();
      return drains();
    }

    @Suspendable
    private static List<String> drains() {
      try {
        for (Object element : Generator.of(g -> body())) {
          throw new AssertionError(element);
        }
        throw new AssertionError("no exception");
      } catch (IllegalArgumentException e) {
        return Arrays.stream(e.getStackTrace())
            .filter(element -> element.getClassName().equals(Program.class.getName()))
            .map(StackTraceElement::getMethodName)
            .filter(name -> !name.contains("lambda"))
            .toList();
      }
    }

    @Suspendable
    private static void body() {
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
