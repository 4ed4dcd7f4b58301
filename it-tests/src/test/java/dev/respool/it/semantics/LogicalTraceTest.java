package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A stack trace shows the activations that the program means, with their lines, and then who
 * resumed; wherever the exception was thrown and caught.
 */
@ExtendWith(TransformedTests.class)
class LogicalTraceTest {
  private final List<Integer> lines = new ArrayList<>();
  private Throwable caught;

  /** The traces' elements above the test's own, as {@code method:line}; nothing may lack a line. */
  private static List<String> logical(Throwable thrown) {
    List<String> elements = new ArrayList<>();
    for (StackTraceElement element : thrown.getStackTrace()) {
      String method = element.getMethodName().replaceAll("^lambda.*", "lambda");
      if (element.getClassName().startsWith("dev.respool.abi.")
          || element.getClassName().contains("$$")) {
        elements.add("machinery: " + element);
      } else if (element.getClassName().startsWith(LogicalTraceTest.class.getName())) {
        elements.add(method + (element.getLineNumber() > 0 ? "" : " without a line"));
      } else if (element.getClassName().equals(Coroutine.class.getName())) {
        elements.remove("Coroutine." + method); // an overload calls another one
        elements.add("Coroutine." + method);
      }
      if (method.equals("resumer")) {
        return elements;
      }
    }
    throw new AssertionError("nobody resumed: " + elements, thrown);
  }

  /** Runs it to its end; what it throws is thrown. */
  private static Object resumer(Coroutine<Object, Object> coroutine) {
    Object result = null;
    while (!coroutine.isDone()) {
      result = coroutine.resume();
    }
    return result;
  }

  private static <T extends Throwable> T thrownBy(
      Class<T> type, CoroutineBody<Object, Object> body) {
    Coroutine<Object, Object> coroutine = Coroutine.create(body);
    return assertThrows(type, () -> resumer(coroutine));
  }

  /** Notes the line of its call. */
  private boolean here() {
    return lines.add(
        StackWalker.getInstance()
            .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber()));
  }

  @Suspendable
  private Object outer(CoroutineBody<Object, Object> body) throws Exception {
    Object result = middle(body, here());
    return result + "!";
  }

  @Suspendable
  private Object middle(CoroutineBody<Object, Object> body, boolean first) throws Exception {
    Object result = body.run(here() && first);
    return result + "?";
  }

  @Suspendable
  private Object yieldAndThrow() {
    Coroutine.yield();
    throw new IllegalStateException(here() ? "on purpose" : "");
  }

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

  @Suspendable
  private Object catching(CoroutineBody<Object, Object> body) {
    try {
      return body.run(null);
    } catch (Exception e) {
      caught = e;
      return e.getMessage();
    }
  }

  @Test
  void one_that_a_caller_catches_shows_the_callers_of_that_one_too() {
    resumer(Coroutine.create(first -> outer(x -> catching(y -> yieldAndThrow()))));
    assertEquals(
        List.of(
            "yieldAndThrow",
            "lambda",
            "catching",
            "lambda",
            "middle",
            "outer",
            "lambda",
            "Coroutine.resume",
            "resumer"),
        logical(caught));
  }

  @Suspendable
  private Object yieldAndCatch() {
    Coroutine.yield();
    try {
      return throwPlainly();
    } catch (IllegalStateException e) {
      caught = e;
      return null;
    }
  }

  private static Object throwPlainly() {
    throw new IllegalStateException("plainly");
  }

  @Test
  void one_that_the_resumed_method_catches_shows_the_callers() {
    resumer(Coroutine.create(first -> outer(x -> yieldAndCatch())));
    assertEquals(
        List.of(
            "throwPlainly",
            "yieldAndCatch",
            "lambda",
            "middle",
            "outer",
            "lambda",
            "Coroutine.resume",
            "resumer"),
        logical(caught));
  }

  private static Object wrapping() {
    try {
      return throwPlainly();
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("wrapped", e);
    }
  }

  @Suspendable
  private static Object yieldAndWrap() {
    Coroutine.yield();
    return wrapping();
  }

  @Test
  void a_cause_shows_the_callers_too() {
    IllegalArgumentException e =
        thrownBy(IllegalArgumentException.class, first -> outer(x -> yieldAndWrap()));
    List<String> callers =
        List.of(
            "yieldAndWrap", "lambda", "middle", "outer", "lambda", "Coroutine.resume", "resumer");
    assertEquals("wrapping", logical(e).get(0));
    assertEquals(callers, logical(e).subList(1, 8));
    assertEquals(List.of("throwPlainly", "wrapping"), logical(e.getCause()).subList(0, 2));
    assertEquals(callers, logical(e.getCause()).subList(2, 9));
  }

  private static final class Resource implements AutoCloseable {
    @Override
    public void close() {
      throw new IllegalArgumentException("while closing");
    }
  }

  @SuppressWarnings("try")
  @Suspendable
  private Object yieldInResource() {
    try (Resource resource = new Resource()) {
      return yieldAndThrow();
    }
  }

  @Test
  void a_suppressed_one_shows_the_callers_too() {
    IllegalStateException e =
        thrownBy(IllegalStateException.class, first -> outer(x -> yieldInResource()));
    List<String> callers =
        List.of(
            "yieldInResource",
            "lambda",
            "middle",
            "outer",
            "lambda",
            "Coroutine.resume",
            "resumer");
    assertEquals(callers, logical(e).subList(1, 8));
    assertEquals("close", logical(e.getSuppressed()[0]).get(0));
    assertEquals(callers, logical(e.getSuppressed()[0]).subList(1, 8));
  }

  @Test
  void one_that_leaves_a_coroutine_within_a_coroutine_shows_both() {
    IllegalStateException e =
        thrownBy(
            IllegalStateException.class,
            first -> {
              Coroutine.yield();
              return resumer(Coroutine.create(x -> yieldAndThrow()));
            });
    assertEquals(List.of("yieldAndThrow", "lambda", "Coroutine.resume", "resumer"), logical(e));
    assertTrue(
        List.of(e.getStackTrace()).stream().noneMatch(LogicalTraceTest::isMachinery),
        () -> List.of(e.getStackTrace()).toString());
  }

  /** The callers in the inner coroutine belong to it only, although all are methods of a class. */
  @Test
  void one_that_is_caught_in_a_coroutine_within_a_coroutine_shows_each_caller_once() {
    resumer(
        Coroutine.create(
            first ->
                outer(
                    x -> {
                      Coroutine.yield();
                      return resumer(
                          Coroutine.create(y -> outer(z -> catching(w -> yieldAndThrow()))));
                    })));
    List<String> methods = new ArrayList<>();
    for (StackTraceElement element : caught.getStackTrace()) {
      assertFalse(isMachinery(element) && methods.isEmpty(), element::toString);
      if (element.getClassName().equals(LogicalTraceTest.class.getName())) {
        methods.add(element.getMethodName());
      }
    }
    assertEquals(1, Collections.frequency(methods, "outer"), methods::toString);
    assertEquals(1, Collections.frequency(methods, "catching"), methods::toString);
  }

  private static boolean isMachinery(StackTraceElement element) {
    return element.getClassName().startsWith("dev.respool.abi.");
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
