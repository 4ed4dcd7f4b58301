package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.RefusedSuspension;
import dev.respool.it.scenarios.plain.Decorators;
import dev.respool.it.scenarios.plain.Relay;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

  @Test
  void of_code_of_the_jdk_the_line_that_led_into_it_is_named() {
    List<Integer> list = new ArrayList<>(List.of(2, 1));
    String message = refusal(() -> list.sort((x, y) -> yieldBelow(x - y)));
    assertNames(
        message,
        "attempt to yield across java.util.TimSort.",
        "(dev.respool.it.semantics.UntransformedFrameTest.lambda",
        "(UntransformedFrameTest.java:",
        " called java.util.ArrayList.sort); compute the keys first, in a loop, and compare those");
  }

  @Test
  void of_a_lambda_it_is_said_that_its_method_wants_the_mark() {
    Callable<String> decorated = Decorators.inLambda(() -> yieldBelow("inner"));
    String message = refusal(decorated::call);
    assertNames(message, "Decorators.", "the method in which the lambda is written");
  }

  @Test
  void of_a_reference_it_is_said_that_its_method_wants_the_mark() {
    Callable<String> decorated = Decorators.byReference(() -> yieldBelow("inner"));
    String message = refusal(() -> decorated.call());
    assertNames(message, "annotate the method in which the reference is written");
  }

  @Test
  void a_method_of_an_anonymous_class_can_have_the_mark_itself() {
    Callable<String> decorated = Decorators.inAnonymousClass(() -> yieldBelow("inner"));
    String message = refusal(() -> decorated.call());
    assertNames(message, "Decorators$1.call(", "annotate it with @Suspendable");
  }
}
