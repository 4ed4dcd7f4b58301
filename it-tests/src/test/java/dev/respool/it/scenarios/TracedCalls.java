package dev.respool.it.scenarios;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.Suspendable;
import java.util.ArrayList;
import java.util.List;

/** What tests of stack traces share: calls some levels deep, and what of a trace people look at. */
public abstract class TracedCalls {
  /** Of semantics and scenarios. */
  private static final String OURS = "dev.respool.it.s";

  protected final List<Integer> lines = new ArrayList<>();
  protected Throwable caught;

  /** The traces' elements above the test's own, as {@code method:line}; nothing may lack a line. */
  protected static List<String> logical(Throwable thrown) {
    List<String> elements = new ArrayList<>();
    for (StackTraceElement element : thrown.getStackTrace()) {
      String method = element.getMethodName().replaceAll("^lambda.*", "lambda");
      if (element.getClassName().startsWith("dev.respool.abi.")
          || element.getClassName().contains("$$")) {
        elements.add("machinery: " + element);
      } else if (element.getClassName().startsWith(OURS)) {
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

  /** The methods of this class that are shown. */
  protected static List<String> named(Throwable thrown) {
    List<String> methods = new ArrayList<>();
    for (StackTraceElement element : thrown.getStackTrace()) {
      assertFalse(isMachinery(element), () -> List.of(thrown.getStackTrace()).toString());
      if (element.getClassName().startsWith(OURS)) {
        methods.add(element.getMethodName());
      }
    }
    return methods;
  }

  protected static boolean isMachinery(StackTraceElement element) {
    return element.getClassName().startsWith("dev.respool.abi.");
  }

  /** Runs it to its end; what it throws is thrown. */
  protected static Object resumer(Coroutine<Object, Object> coroutine) {
    Object result = null;
    while (!coroutine.isDone()) {
      result = coroutine.resume();
    }
    return result;
  }

  protected static <T extends Throwable> T thrownBy(
      Class<T> type, CoroutineBody<Object, Object> body) {
    Coroutine<Object, Object> coroutine = Coroutine.create(body);
    return assertThrows(type, () -> resumer(coroutine));
  }

  /** Notes the line of its call. */
  protected final boolean here() {
    return lines.add(
        StackWalker.getInstance()
            .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber()));
  }

  @Suspendable
  protected Object outer(CoroutineBody<Object, Object> body) throws Exception {
    Object result = middle(body, here());
    return result + "!";
  }

  @Suspendable
  protected Object middle(CoroutineBody<Object, Object> body, boolean first) throws Exception {
    Object result = body.run(here() && first);
    return result + "?";
  }

  @Suspendable
  protected Object yieldAndThrow() {
    Coroutine.yield();
    throw new IllegalStateException(here() ? "on purpose" : "");
  }

  protected static Object throwPlainly() {
    throw new IllegalStateException("plainly");
  }
}
