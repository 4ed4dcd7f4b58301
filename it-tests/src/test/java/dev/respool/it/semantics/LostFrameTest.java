package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Coroutine;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.RefusedSuspension;
import dev.respool.it.scenarios.lost.Forwarding;
import dev.respool.it.scenarios.lost.LostFrames;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A frame that cannot be captured stands between a yield and the coroutine's start: the yield is
 * refused where it stands, and nothing runs on a value that nobody gave.
 */
@ExtendWith(TransformedTests.class)
class LostFrameTest extends RefusedSuspension {
  static List<String> rows() {
    return LostFrames.names();
  }

  @ParameterizedTest(name = "a yield {0} is refused")
  @MethodSource("rows")
  void a_yield_is_refused(String row) {
    LostFrames.verify(row);
  }

  static List<String> forwardingRows() {
    return Forwarding.names();
  }

  @ParameterizedTest(name = "a yield {0} is captured")
  @MethodSource("forwardingRows")
  void a_yield_is_captured(String row) {
    Forwarding.verify(row);
  }

  @Test
  void a_yield_directly_in_for_each_is_refused() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    String message = refusal(() -> list.forEach(x -> Coroutine.yield(x)));
    assertNames(message, "java.util.ArrayList.forEach(ArrayList.java:");
  }

  @Test
  void a_method_reference_given_to_for_each_is_refused() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    assertNames(refusal(() -> list.forEach(Coroutine::yield)), "ArrayList.forEach");
    assertNames(refusal(() -> list.forEach(this::yieldBelow)), "ArrayList.forEach");
  }

  @Test
  void the_exception_can_be_caught_at_the_yield_and_the_loop_goes_on() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    String message = refusalWithin(() -> list.forEach(this::caughtAtTheYield));
    assertEquals("not refused", message);
    assertEquals(List.of("caught 1", "caught 2", "caught 3"), log);
  }

  @Suspendable
  private void caughtAtTheYield(int x) {
    try {
      Coroutine.yield(x);
      log.add("not reached");
    } catch (NotSuspendableException e) {
      log.add("caught " + x);
    }
  }

  @Test
  void a_coroutine_refused_twice_can_still_suspend_deeply() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              for (int i = 0; i < 2; i++) {
                attempt(() -> List.of(1).forEach(x -> yieldBelow(x)));
              }
              return yieldBelow("deep");
            });
    assertEquals("deep", co.resume());
    assertEquals("x", co.resume("x"));
  }
}
