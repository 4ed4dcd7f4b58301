package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.PlainRelay;
import dev.respool.it.scenarios.RefusedSuspension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Methods that were not transformed, or could not be, are named when they stand in the way. */
@ExtendWith(TransformedTests.class)
class UntransformedFrameTest extends RefusedSuspension {
  @Test
  void an_uninstrumented_caller_in_the_middle_is_named() {
    PlainRelay relay = new PlainRelay();
    String message = refusal(() -> relay.call(() -> yieldBelow("x")));
    assertNames(message, "dev.respool.it.scenarios.PlainRelay.call(PlainRelay.java:");
    assertEquals(List.of(), relay.seen());
    assertEquals(List.of("in x", "out"), log);
  }

  @Test
  void an_uninstrumented_caller_is_no_hindrance_while_nothing_yields() {
    PlainRelay relay = new PlainRelay();
    Coroutine<Object, Object> co =
        Coroutine.create(first -> relay.call(() -> noYield(3)) + Coroutine.<String>yield("later"));
    assertEquals("later", co.resume());
    assertEquals("3!", co.resume("!"));
  }

  @Test
  void an_unannotated_method_in_the_middle_is_named() {
    String message = refusal(this::caller);
    assertNames(message, "UntransformedFrameTest.forgotten(UntransformedFrameTest.java:");
    assertEquals(List.of("in x", "out"), log);
  }

  private void forgotten() {
    yieldBelow("x");
    log.add("went on");
  }

  @Suspendable
  private void caller() {
    forgotten();
    log.add("went on");
  }

  @Test
  void a_synchronized_method_is_named() {
    String message = refusal(this::locked);
    assertNames(message, "locked");
    assertFalse(Thread.holdsLock(this));
    assertEquals(List.of("in x", "out"), log);
  }

  @Suspendable
  private synchronized void locked() {
    yieldBelow("x");
    log.add("went on");
  }

  private final class Built {
    private final String value;

    Built() {
      value = yieldBelow("built");
      log.add("went on");
    }
  }

  @Test
  void a_constructor_is_named() {
    String[] built = {null};
    String message = refusal(() -> built[0] = new Built().value);
    assertNames(message, "Built.<init>");
    assertNull(built[0]);
    assertEquals(List.of("in built", "out"), log);
  }

  private static final class InitialisedByTheCall {
    static final int SET = noYield(3);

    @Suspendable
    static String yieldHere() {
      return Coroutine.yield("here" + SET);
    }
  }

  /**
   * The initialiser uses up the token of the call; docs/limits.md says so. The second time nothing
   * stands between.
   */
  @Test
  void a_class_initialiser_that_the_call_runs_is_named_as_a_reason() {
    Coroutine<Object, Object> co =
        Coroutine.create(first -> InitialisedByTheCall.yieldHere() + "!");
    NotSuspendableException refused =
        assertThrows(NotSuspendableException.class, () -> co.resume());
    assertTrue(refused.getMessage().contains("class initialiser"), refused.getMessage());
    Coroutine<Object, Object> again =
        Coroutine.create(first -> InitialisedByTheCall.yieldHere() + "!");
    assertEquals("here3", again.resume());
    assertEquals("answer!", again.resume("answer"));
  }
}
