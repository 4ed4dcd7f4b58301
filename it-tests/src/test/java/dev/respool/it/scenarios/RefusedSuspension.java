package dev.respool.it.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.CoroutineAction;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import java.util.ArrayList;
import java.util.List;

/**
 * What tests of refused yields share: ways to yield that leave their steps in a log, and how a
 * refusal is caught.
 */
public abstract class RefusedSuspension {
  protected final List<String> log = new ArrayList<>();

  /** Runs it in a coroutine, which must be refused, catch that, and be able to yield afterwards. */
  protected String refusal(CoroutineAction action) {
    String message = refusalWithin(action);
    assertTrue(message.contains("attempt to yield across"), message);
    return message;
  }

  protected static String refusalWithin(CoroutineAction action) {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              String message = attempt(action);
              String answer = Coroutine.yield("later");
              return message + answer;
            });
    assertEquals("later", co.resume("first"));
    String ended = (String) co.resume("<answer>");
    assertTrue(ended.endsWith("<answer>"), ended);
    return ended.substring(0, ended.length() - "<answer>".length());
  }

  @Suspendable
  protected static String attempt(CoroutineAction action) throws Exception {
    try {
      action.run();
      return "not refused";
    } catch (NotSuspendableException e) {
      return e.getMessage();
    }
  }

  @Suspendable
  protected <T> T yieldBelow(T value) {
    log.add("in " + value);
    try {
      T answer = yieldDeeper(value);
      log.add("went on with " + answer);
      return answer;
    } finally {
      log.add("out");
    }
  }

  @Suspendable
  protected static <T> T yieldDeeper(Object value) {
    T answer = Coroutine.yield(value);
    return answer;
  }

  protected void assertNames(String message, String... parts) {
    for (String part : parts) {
      assertTrue(message.contains(part), part + " is not in: " + message);
    }
  }

  @Suspendable
  protected static int noYield(int n) {
    if (n < 0) {
      Coroutine.yield();
    }
    return n;
  }
}
