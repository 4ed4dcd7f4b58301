package dev.respool.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stack traces as the program means them: behind the resumed activation stand its suspended
 * callers, not the trampoline.
 *
 * <p>Costs only when an exception leaves a resumed activation. A trace that was not taken above the
 * trampoline is left alone.
 */
final class LogicalTrace {
  private static final String TRAMPOLINE = Trampoline.class.getName();
  private static final String CONTINUATION = Continuation.class.getName();
  private static final String REENTER = "reenter";
  private static final String ABI = Trampoline.class.getPackageName() + ".";

  private LogicalTrace() {}

  /** Completes the trace of an exception that left the resumed {@code frame}. */
  static Throwable complete(Throwable thrown, Frame frame) {
    StackTraceElement[] trace = thrown.getStackTrace();
    int trampoline = indexOf(trace, REENTER, "drive", "refuse");
    if (trampoline > 0) {
      List<StackTraceElement> logical = new ArrayList<>(trace.length);
      logical.addAll(Arrays.asList(trace).subList(0, trampoline - 1));
      logical.add(renamed(trace[trampoline - 1], frame));
      addActivations(logical, frame.caller);
      addRest(logical, trace, trampoline);
      thrown.setStackTrace(logical.toArray(new StackTraceElement[0]));
    }
    return thrown;
  }

  /**
   * Takes the frames of this package out of the trace of an exception that left a body before its
   * first suspension.
   */
  static Throwable withoutMachinery(Throwable thrown) {
    List<StackTraceElement> logical = new ArrayList<>();
    StackTraceElement[] trace = thrown.getStackTrace();
    int machinery = indexOf(trace, "start");
    if (machinery > 0) {
      // the element before is the implementation of Continuation.start
      logical.addAll(Arrays.asList(trace).subList(0, machinery - 1));
      addRest(logical, trace, machinery);
      thrown.setStackTrace(logical.toArray(new StackTraceElement[0]));
    }
    return thrown;
  }

  /**
   * Gives a refusal the trace of the captured activations, followed by the frames that are still on
   * the stack.
   */
  static RuntimeException ofRefusal(RuntimeException refusal, Frame innermost) {
    List<StackTraceElement> logical = new ArrayList<>();
    addActivations(logical, innermost);
    StackTraceElement[] trace = refusal.getStackTrace();
    int rest = 0;
    while (rest < trace.length && !isOurs(trace[rest])) {
      rest++;
    }
    while (rest < trace.length && isOurs(trace[rest])) {
      rest++;
    }
    // trace[rest] is the activation that was captured last: it is in the list already
    for (int i = rest + 1; i < trace.length; i++) {
      logical.add(trace[i]);
    }
    refusal.setStackTrace(logical.toArray(new StackTraceElement[0]));
    return refusal;
  }

  private static boolean isOurs(StackTraceElement element) {
    return element.getClassName().startsWith(ABI)
        || element.getMethodName().startsWith("respool$frame$");
  }

  /** The first frame of the trampoline, if that is in the given method; else -1. */
  private static int indexOf(StackTraceElement[] trace, String... methods) {
    for (int i = 0; i < trace.length; i++) {
      if (isTrampoline(trace[i])) {
        return Arrays.asList(methods).contains(trace[i].getMethodName()) ? i : -1;
      }
    }
    return -1;
  }

  private static boolean isTrampoline(StackTraceElement element) {
    return element.getClassName().equals(TRAMPOLINE)
        || element.getClassName().equals(CONTINUATION) && element.getMethodName().equals(REENTER);
  }

  private static StackTraceElement renamed(StackTraceElement element, Frame frame) {
    Description description = frame.method().describe();
    if (description.method().equals(element.getMethodName())) {
      return element;
    }
    return new StackTraceElement(
        null,
        element.getModuleName(),
        element.getModuleVersion(),
        element.getClassName(),
        description.method(),
        element.getFileName(),
        element.getLineNumber());
  }

  private static void addActivations(List<StackTraceElement> logical, Frame innermost) {
    for (Frame frame = innermost; frame != null; frame = frame.caller) {
      Description description = frame.method().describe();
      if (!description.isAdapter()) {
        logical.add(description.element(frame.point));
      }
    }
  }

  private static void addRest(
      List<StackTraceElement> logical, StackTraceElement[] trace, int from) {
    int rest = from;
    while (rest < trace.length && trace[rest].getClassName().startsWith(ABI)) {
      rest++;
    }
    logical.addAll(Arrays.asList(trace).subList(rest, trace.length));
  }
}
