package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.respool.Coroutine;
import dev.respool.Generator;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.Yielder;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.TracedCalls;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A stack trace shows the activations that the program means, with their lines, and then who
 * resumed; wherever the exception was thrown and caught.
 */
@ExtendWith(TransformedTests.class)
class LogicalTraceTest extends TracedCalls {

  @Test
  void one_that_leaves_the_body_shows_every_caller_with_its_line() {
    IllegalStateException e =
        thrownBy(IllegalStateException.class, first -> outer(x -> yieldAndThrow()));
    assertEquals(
        List.of(
            "yieldAndThrow", "lambda", "middle", "outer", "lambda", "Coroutine.resume", "resumer"),
        logical(e));
    List<Integer> shown = new ArrayList<>();
    for (int i : new int[] {3, 2, 0}) {
      shown.add(e.getStackTrace()[i].getLineNumber());
    }
    assertEquals(lines, shown);
  }

  private interface Thrower {
    @Suspendable
    Object throwSomething(boolean yields);
  }

  @Suspendable
  private static Object throwSomething(Thrower thrower) {
    Coroutine.yield();
    return thrower.throwSomething(false);
  }

  /** Its method is called directly and through the interface. */
  private static final class Doors implements Thrower {
    @Override
    public Object throwSomething(boolean yields) {
      if (yields) {
        return throwSomething(false);
      }
      throw new IllegalStateException("behind a door");
    }
  }

  @Test
  void a_door_is_not_shown() {
    IllegalStateException e =
        thrownBy(IllegalStateException.class, first -> throwSomething(new Doors()));
    assertEquals(
        List.of("throwSomething", "throwSomething", "lambda", "Coroutine.resume", "resumer"),
        logical(e));
  }

  @Test
  void a_door_is_not_shown_before_the_first_suspension() {
    Thrower doors = new Doors();
    IllegalStateException e =
        thrownBy(IllegalStateException.class, first -> doors.throwSomething(true));
    assertEquals(
        List.of("throwSomething", "throwSomething", "lambda", "Coroutine.resume", "resumer"),
        logical(e));
  }

  @Test
  void one_that_leaves_a_generator_shows_its_body_and_who_asked() {
    Generator<Integer> generator = Generator.of(g -> emitAndThrow(g));
    Iterator<Integer> elements = generator.iterator();
    elements.next();
    IllegalStateException e = assertThrows(IllegalStateException.class, elements::hasNext);
    List<String> named = named(e);
    assertEquals(List.of("throwPlainly", "emitAndThrow"), named.subList(0, 2));
    assertEquals("one_that_leaves_a_generator_shows_its_body_and_who_asked", named.get(3));
  }

  @Suspendable
  private static void emitAndThrow(Yielder<Integer> out) {
    out.yield(1);
    throwPlainly();
  }

  @Test
  void one_that_leaves_a_task_shows_its_callers_and_no_machinery() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () ->
                EventLoop.run(
                    () ->
                        outer(
                            x -> {
                              Tasks.sleep(Duration.ofMillis(1));
                              return throwPlainly();
                            })));
    List<String> named = named(e);
    assertEquals("throwPlainly", named.get(0));
    assertEquals(List.of("middle", "outer"), named.subList(2, 4));
  }

  @Test
  void one_that_was_made_elsewhere_keeps_its_trace() {
    IllegalStateException made = new IllegalStateException("made before");
    StackTraceElement[] before = made.getStackTrace();
    IllegalStateException e =
        thrownBy(
            IllegalStateException.class,
            first -> {
              Coroutine.yield();
              throw made;
            });
    assertArrayEquals(before, e.getStackTrace());
  }

  @Test
  void recursion_is_shown_in_full() {
    IllegalStateException e = thrownBy(IllegalStateException.class, first -> deep(3));
    assertEquals(
        List.of("deep", "deep", "deep", "deep", "lambda", "Coroutine.resume", "resumer"),
        logical(e));
  }

  @Suspendable
  private static Object deep(int depth) {
    if (depth > 0) {
      Object result = deep(depth - 1);
      return result + "!";
    }
    Coroutine.yield();
    throw new IllegalStateException("deep");
  }

  private static final class Counted extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private int looks;

    @Override
    public StackTraceElement[] getStackTrace() {
      looks++;
      return super.getStackTrace();
    }
  }

  @Suspendable
  private static Object deepCounted(int depth) {
    if (depth > 0) {
      Object result = deepCounted(depth - 1);
      return result + "!";
    }
    Coroutine.yield();
    throw new Counted();
  }

  @Test
  void a_trace_is_completed_once_however_many_frames_the_exception_leaves() {
    assertEquals(1, thrownBy(Counted.class, first -> deepCounted(100)).looks);
  }

  @Test
  void a_refused_yield_of_code_that_was_not_transformed_shows_no_machinery() {
    thrownBy(
        NotSuspendableException.class,
        first -> {
          try {
            return Coroutine.class.getMethod("yield").invoke(null);
          } catch (InvocationTargetException e) {
            caught = e.getCause();
            throw (NotSuspendableException) caught;
          }
        });
    assertEquals(Coroutine.class.getName(), caught.getStackTrace()[0].getClassName());
    assertEquals(List.of("Coroutine.yield", "lambda"), logical(caught).subList(0, 2));
  }

  @Test
  void a_yield_outside_of_a_coroutine_shows_no_machinery() {
    IllegalStateException e = assertThrows(IllegalStateException.class, Coroutine::yield);
    assertFalse(isMachinery(e.getStackTrace()[0]), e.getStackTrace()[0].toString());
  }
}
