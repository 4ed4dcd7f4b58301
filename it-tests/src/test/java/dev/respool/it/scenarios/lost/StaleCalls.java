package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;
import dev.respool.it.scenarios.plain.Repeater;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Calls of methods that were not transformed, because they suspend nowhere, and so took no notice
 * of who called. The next call of that name comes from code that cannot be captured.
 */
final class StaleCalls {
  private static final String REPEATER =
      "dev\\.respool\\.it\\.scenarios\\.plain\\.Repeater\\.go\\(Repeater\\.java:\\d+\\)";

  private StaleCalls() {}

  static List<Deception> rows() {
    return List.of(
        here(
            " after one that returned",
            steps -> unnamed(new Task.Idle(), both(), steps),
            "unnamed"),
        here(
            " after one that threw",
            steps -> unnamed(new Task.Failing(), both(), steps),
            "unnamed"),
        here(
            " after one that returned, in synchronized",
            steps -> locked(new Task.Idle(), steps),
            "locked"),
        here(
            " after one that threw, in synchronized",
            steps -> locked(new Task.Failing(), steps),
            "locked"),
        here("", steps -> unnamed(null, both(), steps), "unnamed"),
        here(", in synchronized", steps -> locked(null, steps), "locked"),
        plain("returned", steps -> repeated(new Task.Idle(), both(), steps)),
        plain("threw", steps -> repeated(new Task.Failing(), both(), steps)),
        row(
            "by reflection after one that returned",
            steps -> reflected(new Task.Idle(), both(), steps),
            "java\\.lang\\.reflect\\.Method\\.invoke\\(Method\\.java:\\d+\\)",
            Cause.JDK),
        new Deception(
            LostFrame.of(
                "in a supplier that the JDK calls after one that returned",
                steps -> supplied(() -> "idle", () -> steps.yieldBelow("x")),
                "java\\.util\\.Optional\\.orElseGet\\(Optional\\.java:\\d+\\)",
                Cause.JDK),
            steps -> supplied(() -> steps.yieldBelow("x"), null)));
  }

  private static Deception here(String how, Attempt attempt, String method) {
    return row(
        "in a call that is no suspension point" + how,
        attempt,
        "\\Q" + StaleCalls.class.getName() + "\\E\\." + method + "\\(StaleCalls\\.java:\\d+\\)",
        Cause.NOT_A_POINT);
  }

  private static Deception plain(String before, Attempt attempt) {
    return row(
        "in a plain call of the same name after one that " + before,
        attempt,
        REPEATER,
        Cause.PLAIN);
  }

  private static Deception row(String name, Attempt attempt, String frame, Cause cause) {
    return new Deception(LostFrame.of(name, attempt, frame, cause), steps -> done(both(), steps));
  }

  private static Task.Both both() {
    return new Task.Both();
  }

  /** The one call through the interface, with what it throws taken away. */
  @Suspendable
  private static Object done(Task task, Steps steps) {
    try {
      return task == null ? null : task.go(steps);
    } catch (UnsupportedOperationException e) {
      return "failed";
    }
  }

  @Suspendable
  private static Object unnamed(Task first, Task.Base second, Steps steps) {
    done(first, steps);
    return wentOn(second.go(steps), steps);
  }

  /** Where a call of the same name is a suspension point, the call is one, too. */
  static Stream<Forwarding> forwarding() {
    return Stream.of(
        new Forwarding(
            "in a call of a type without the mark, beside one with it",
            steps -> unnamedToo(both(), steps)));
  }

  @Suspendable
  private static Object unnamedToo(Task.Both task, Steps steps) {
    Task known = new Task.Idle();
    known.go(steps);
    Task.Base same = task;
    return same.go(steps);
  }

  @Suspendable
  private static Object locked(Task first, Steps steps) {
    Task.Base second = both();
    done(first, steps);
    synchronized (second) {
      return wentOn(second.go(steps), steps);
    }
  }

  @Suspendable
  private static Object repeated(Task first, Task second, Steps steps) {
    done(first, steps);
    return Repeater.go(second, steps);
  }

  @Suspendable
  private static Object reflected(Task first, Task second, Steps steps) throws Exception {
    done(first, steps);
    try {
      return wentOn(Task.class.getMethod("go", Steps.class).invoke(second, steps), steps);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  @Suspendable
  private static Object supplied(Supplier<Object> first, Supplier<Object> second) {
    Object value = first.get();
    return second == null ? value : Optional.empty().orElseGet(second);
  }

  private static Object wentOn(Object answer, Steps steps) {
    steps.add("foreign went on with " + answer);
    return answer;
  }
}
