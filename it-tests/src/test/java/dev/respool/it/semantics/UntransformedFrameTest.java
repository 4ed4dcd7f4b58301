package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.RefusedSuspension;
import dev.respool.it.scenarios.plain.Relay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Methods that were not transformed, or could not be, are named when they stand in the way. */
@ExtendWith(TransformedTests.class)
class UntransformedFrameTest extends RefusedSuspension {
  @Test
  void an_uninstrumented_caller_is_no_hindrance_while_nothing_yields() {
    Relay relay = new Relay();
    Coroutine<Object, Object> co =
        Coroutine.create(first -> relay.call(() -> noYield(3)) + Coroutine.<String>yield("later"));
    assertEquals("later", co.resume());
    assertEquals("3!", co.resume("!"));
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

  @Test
  void a_class_initialiser_that_the_call_runs_is_no_hindrance() {
    Coroutine<Object, Object> co =
        Coroutine.create(first -> InitialisedByTheCall.yieldHere() + "!");
    assertEquals("here3", co.resume());
    assertEquals("answer!", co.resume("answer"));
  }
}
