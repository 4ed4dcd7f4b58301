package dev.respool.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stack traces as the program means them: behind the resumed activation stand its suspended callers, not the trampoline.
 *
 * <p>Costs only when an exception leaves a resumed activation. A trace that was not taken above the trampoline is left alone.
 */
final class LogicalTrace {
  private static final String TRAMPOLINE = Trampoline.class.getName();
  private static final String ABI = Trampoline.class.getPackageName() + ".";

  private LogicalTrace() {}

  /** Completes the trace of an exception that left the resumed {@code frame}. */
  static Throwable complete(Throwable thrown, Frame frame) {
    StackTraceElement[] trace = thrown.getStackTrace();
    int trampoline = indexOfTrampoline(trace);
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

  /** Gives a refusal the trace of the captured activations, followed by the frames that are still on the stack. */
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

  /** Where the trace enters the innermost resumed activation; -1 if it was not taken in one. */
  private static int indexOfTrampoline(StackTraceElement[] trace) {
    for (int i = 0; i < trace.length; i++) {
      if (trace[i].getClassName().equals(TRAMPOLINE)) {
        return trace[i].getMethodName().equals("start") ? -1 : i; // start: nothing was resumed
      }
    }
    return -1;
  }

  private static StackTraceElement renamed(StackTraceElement element, Frame frame) {
    Description description = frame.method().describe();
    return new StackTraceElement(
        element.getClassLoaderName(),
        element.getModuleName(),
        element.getModuleVersion(),
        element.getClassName(),
        description.method(),
        element.getFileName(),
        element.getLineNumber());
  }

  private static void addActivations(List<StackTraceElement> logical, Frame innermost) {
    for (Frame frame = innermost; frame != null; frame = frame.caller) {
      logical.add(frame.method().describe().element(frame.point));
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
