package dev.respool.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Stack traces as the program means them: behind the resumed activation stand its suspended
 * callers, not the trampoline; a method whose body is a variant stands there once, without its
 * door. Causes and suppressed exceptions are treated alike.
 *
 * <p>Costs only when an exception leaves a resumed activation or is caught in it. A trace that was
 * not taken above that activation is left alone.
 */
final class LogicalTrace {
  private static final String TRAMPOLINE = Trampoline.class.getName();
  private static final String CONTINUATION = Continuation.class.getName();
  private static final String REENTER = "reenter";
  private static final String REACQUISITION = Reacquisition.class.getName();
  private static final String RELAY = Relay.class.getName();
  private static final String PROCEED = "proceed";
  private static final String ABI = Trampoline.class.getPackageName() + ".";

  /** Of a frame without a table of lines; -2 is that of a native method. */
  private static final int NO_LINE = -1;

  private LogicalTrace() {}

  /**
   * Completes the trace of an exception that left the resumed {@code frame} or was caught in it.
   * That of the exception which was thrown into the frame is complete, with its causes.
   *
   * @param carrier the current thread's carrier
   */
  static Throwable complete(Throwable thrown, Carrier carrier, Frame frame) {
    Throwable complete = carrier.passed == null ? null : carrier.passed.get();
    if (complete != thrown) {
      eachOf(thrown, complete, one -> completeOne(one, carrier, frame));
    }
    return thrown;
  }

  private static void completeOne(Throwable thrown, Carrier carrier, Frame frame) {
    StackTraceElement[] trace = thrown.getStackTrace();
    int trampoline = indexOfResuming(trace);
    if (frame.isActivation()
        && trampoline > 0
        && depth(trace) == carrier.depth()
        && isResumed(trace[trampoline - 1], frame)) {
      set(thrown, logical(trace, trampoline, frame, carrier.relay));
    }
  }

  /**
   * The trace that was taken above a resumed frame, which the given frame of the trampoline ran.
   */
  static List<StackTraceElement> logical(
      StackTraceElement[] trace, int trampoline, Frame frame, Relay relay) {
    List<StackTraceElement> logical = new ArrayList<>(trace.length);
    int resumed = hasHandedOver(trace, trampoline - 1) ? trampoline - 2 : trampoline - 1;
    logical.addAll(Arrays.asList(trace).subList(0, resumed));
    logical.add(renamed(trace[resumed], frame));
    addActivations(logical, frame.caller);
    int rest = belowHolders(trace, trampoline);
    addRelayed(logical, trace, rest, relay);
    addRest(logical, trace, rest);
    return logical;
  }

  /** A resume method of two parts has no line where it calls the second one. */
  private static boolean hasHandedOver(StackTraceElement[] trace, int resumed) {
    return resumed > 0
        && trace[resumed].getLineNumber() == NO_LINE
        && trace[resumed - 1].getLineNumber() > 0
        && trace[resumed - 1].getMethodName().startsWith(trace[resumed].getMethodName())
        && trace[resumed - 1].getClassName().equals(trace[resumed].getClassName());
  }

  /** Activations that hold monitors are below those that they have called; they are listed. */
  private static int belowHolders(StackTraceElement[] trace, int trampoline) {
    int below = trampoline;
    while (!isTrampoline(trace[below]) || isProceeding(trace[below])) {
      below++;
    }
    return below;
  }

  /**
   * Takes the frames of this package out of the trace of an exception that left a body before its
   * first suspension.
   */
  static Throwable withoutMachinery(Throwable thrown) {
    eachOf(thrown, null, LogicalTrace::withoutStart);
    return thrown;
  }

  static void withoutStart(Throwable thrown) {
    List<StackTraceElement> logical = new ArrayList<>();
    StackTraceElement[] trace = thrown.getStackTrace();
    int machinery = indexOf(trace, "start");
    if (machinery > 0) {
      // the element before is the implementation of Continuation.start
      logical.addAll(Arrays.asList(trace).subList(0, machinery - 1));
      addRest(logical, trace, machinery);
      set(thrown, logical);
    }
  }

  /** Takes away what this package did to find out that it has to throw. */
  static <T extends Throwable> T fromCaller(T thrown) {
    List<StackTraceElement> logical = new ArrayList<>();
    addRest(logical, thrown.getStackTrace(), 0);
    thrown.setStackTrace(logical.toArray(new StackTraceElement[0]));
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
    set(refusal, logical);
    return refusal;
  }

  /**
   * Calls it for an exception, its causes and what they suppressed, each once; not for {@code end}
   * and what is behind it.
   */
  private static void eachOf(Throwable thrown, Throwable end, Consumer<Throwable> action) {
    if (thrown.getCause() == null && thrown.getSuppressed().length == 0) {
      action.accept(thrown);
    } else {
      Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      seen.add(end);
      eachUnseen(thrown, seen, action);
    }
  }

  private static void eachUnseen(
      Throwable thrown, Set<Throwable> seen, Consumer<Throwable> action) {
    for (Throwable one = thrown; one != null && seen.add(one); one = one.getCause()) {
      action.accept(one);
      for (Throwable suppressed : one.getSuppressed()) {
        eachUnseen(suppressed, seen, action);
      }
    }
  }

  private static boolean isOurs(StackTraceElement element) {
    return isOfAbi(element) || element.getMethodName().startsWith("respool$frame$");
  }

  /** The first frame of the trampoline, if it runs a resumed activation; else -1. */
  static int indexOfResuming(StackTraceElement[] trace) {
    return indexOf(trace, REENTER, "drive", "refuse", PROCEED);
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
        || element.getClassName().equals(CONTINUATION) && element.getMethodName().equals(REENTER)
        || isProceeding(element);
  }

  private static boolean isProceeding(StackTraceElement element) {
    return element.getClassName().equals(REACQUISITION) && element.getMethodName().equals(PROCEED);
  }

  /** In how many continuations it was taken, but for those whose machinery was taken out. */
  private static int depth(StackTraceElement[] trace) {
    int depth = 0;
    for (StackTraceElement element : trace) {
      String method = element.getMethodName();
      if (element.getClassName().equals(TRAMPOLINE)
          && (method.equals("drive") || method.equals("start"))) {
        depth++;
      }
    }
    return depth;
  }

  /** An exception may come from another coroutine, where it was taken above another activation. */
  static boolean isResumed(StackTraceElement element, Frame frame) {
    return element.getClassName().equals(frame.method().owner().getName())
        && GeneratedMethods.knownName(element.getMethodName())
            .startsWith(frame.method().describe().method());
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
      if (frame instanceof Relay relay) {
        addActivations(logical, relay.inner().innermost);
      } else if (frame.isActivation()) {
        Description description = frame.method().describe();
        if (!description.isAdapter()) {
          logical.add(description.element(frame.point));
        }
      }
    }
  }

  /** Those whose relays have resumed what was completed so far, with nothing between. */
  private static void addRelayed(
      List<StackTraceElement> logical, StackTraceElement[] trace, int from, Relay innermost) {
    Relay relay = innermost;
    for (int i = from; i < trace.length && isOfAbi(trace[i]); i++) {
      if (isRelaying(trace[i])) {
        addActivations(logical, relay.caller);
        relay = relay.around();
      }
    }
  }

  private static boolean isRelaying(StackTraceElement element) {
    return element.getClassName().equals(RELAY) && element.getMethodName().equals("resume");
  }

  private static boolean isOfAbi(StackTraceElement element) {
    return element.getClassName().startsWith(ABI);
  }

  private static void addRest(
      List<StackTraceElement> logical, StackTraceElement[] trace, int from) {
    int rest = from;
    while (rest < trace.length && isOfAbi(trace[rest])) {
      rest++;
    }
    logical.addAll(Arrays.asList(trace).subList(rest, trace.length));
  }

  static void set(Throwable thrown, List<StackTraceElement> logical) {
    List<StackTraceElement> shown = new ArrayList<>(logical.size());
    StackTraceElement callee = null;
    for (StackTraceElement element : logical) {
      if (callee == null || !isDoor(element, callee)) {
        shown.add(element);
      }
      callee = element;
    }
    thrown.setStackTrace(shown.toArray(new StackTraceElement[0]));
  }

  /** A door has no line, unlike the variant of its name that it calls. */
  private static boolean isDoor(StackTraceElement element, StackTraceElement callee) {
    return element.getLineNumber() == NO_LINE
        && callee.getLineNumber() > 0
        && element.getMethodName().equals(callee.getMethodName())
        && element.getClassName().equals(callee.getClassName());
  }
}
