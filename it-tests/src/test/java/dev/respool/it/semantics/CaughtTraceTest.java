package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.TracedCalls;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stack traces of exceptions that do not leave the coroutine, or leave it with another one. */
@ExtendWith(TransformedTests.class)
class CaughtTraceTest extends TracedCalls {
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

  /** Counts how often its trace is asked for. */
  private static final class Counted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private int asked;

    Counted(Throwable cause, List<Counted> all) {
      super(cause);
      all.add(this);
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      asked++;
      return super.getStackTrace();
    }
  }

  @Suspendable
  private static Object wrapping(int levels, List<Counted> all) {
    try {
      return levels == 0 ? yieldAndThrow(all) : wrapping(levels - 1, all);
    } catch (Counted e) {
      throw new Counted(e, all);
    }
  }

  @Suspendable
  private static Object yieldAndThrow(List<Counted> all) {
    Coroutine.yield();
    throw new Counted(null, all);
  }

  @Test
  void one_that_is_wrapped_at_each_level_is_completed_once() {
    List<Counted> all = new ArrayList<>();
    Coroutine<Object, Object> coroutine = Coroutine.create(first -> wrapping(20, all));
    coroutine.resume();
    assertThrows(Counted.class, coroutine::resume);
    assertEquals(Collections.nCopies(22, 1), all.stream().map(one -> one.asked).toList());
    for (int i = 0; i < all.size(); i++) {
      long callers =
          Arrays.stream(all.get(i).getStackTrace())
              .filter(element -> element.getMethodName().equals("wrapping"))
              .count();
      assertEquals(Math.min(21, 22 - i), callers);
    }
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
        List.of(e.getStackTrace()).stream().noneMatch(TracedCalls::isMachinery),
        () -> List.of(e.getStackTrace()).toString());
  }

  /** The callers in the inner coroutine belong to it only, although all are methods of a class. */
  @Test
  @DisabledIfSystemProperty(
      named = "dev.respool.debuggable",
      matches = "true",
      disabledReason = "those of both coroutines stand on the stack")
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
      assertFalse(isMachinery(element) && !methods.contains("outer"), element::toString);
      if (element.getClassName().equals(TracedCalls.class.getName())) {
        methods.add(element.getMethodName());
      }
    }
    assertEquals(1, Collections.frequency(methods, "outer"), methods::toString);
    assertEquals(1, Collections.frequency(methods, "yieldAndThrow"), methods::toString);
  }
}
