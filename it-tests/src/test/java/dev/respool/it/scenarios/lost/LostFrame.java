package dev.respool.it.scenarios.lost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One way in which a frame that cannot be captured comes between a yield and the coroutine's start.
 *
 * @param name as in "a yield … is refused"
 * @param attempt leads to one yield
 * @param frame a regular expression for the frame that the refusal names
 * @param cause what the refusal says of it
 * @param steps what is done during the attempt, from the yield on
 */
public record LostFrame(
    String name, Attempt attempt, String frame, Cause cause, List<String> steps) {
  /** Nothing is done but to yield the value x and to be refused. */
  static LostFrame of(String name, Attempt attempt, String frame, Cause cause, String... then) {
    List<String> steps = new ArrayList<>(List.of("in x", "refused"));
    steps.addAll(Arrays.asList(then));
    return new LostFrame(name, attempt, frame, cause, steps);
  }

  /**
   * Runs the attempt in a coroutine that suspends before and afterwards, by the same methods, so
   * that what is known of direct calls does not help the attempt.
   */
  public void verify() {
    Steps steps = new Steps();
    Coroutine<Object, Object> coroutine = Coroutine.create(first -> around(steps));
    assertEquals("before", coroutine.resume());
    assertEquals(
        "after", coroutine.resume("1"), () -> "suspended across the frame: " + steps.taken());
    assertEquals("end", coroutine.resume("2"));
    List<String> expected = new ArrayList<>(List.of("in before", "went on with 1"));
    expected.addAll(this.steps);
    expected.addAll(List.of("caught", "in after", "went on with 2"));
    assertEquals(expected, steps.taken());
    verify(steps.refused());
  }

  @Suspendable
  private Object around(Steps steps) {
    steps.yieldBelow("before");
    try {
      attempt.run(steps);
      steps.add("not refused");
    } catch (Throwable t) {
      steps.add(steps.refused() != null && isCausedBy(t, steps.refused()) ? "caught" : t);
    }
    steps.yieldBelow("after");
    return "end";
  }

  private static boolean isCausedBy(Throwable thrown, Throwable cause) {
    return thrown == cause || thrown.getCause() != null && isCausedBy(thrown.getCause(), cause);
  }

  private void verify(NotSuspendableException refused) {
    String message = refused.getMessage();
    Pattern where = Pattern.compile("attempt to yield across " + frame + ", which cannot be");
    assertTrue(where.matcher(message).find(), () -> frame + " is not named in: " + message);
    assertTrue(cause.isGivenIn(message), () -> cause + " is not given in: " + message);
    StackTraceElement[] trace = refused.getStackTrace();
    assertEquals("yieldDeeper", trace[0].getMethodName(), () -> "thrown elsewhere: " + refused);
    for (StackTraceElement element : trace) {
      assertFalse(element.getClassName().startsWith("dev.respool.abi."), element::toString);
    }
  }
}
