package dev.respool.abi;

import java.util.stream.Stream;

/** The stack of a continuation that runs, as another thread sees it. */
public final class RunningStack {
  private RunningStack() {}

  /**
   * What is on the stack of a thread, with the suspended callers of the continuation that it runs.
   * The thread goes on meanwhile. If the continuation is still in the same resumption afterwards,
   * the answer is right, but for recursion: where several activations of the resumed method have
   * been suspended, the callers of the innermost are shown.
   *
   * @param thread runs the continuation
   * @param continuation the outermost one that runs; within another one that it has resumed, the
   *     stack is shown as it is
   * @return innermost first, down to the thread's first method
   */
  public static StackTraceElement[] of(Thread thread, Continuation continuation) {
    Throwable shown = new Throwable();
    shown.setStackTrace(visible(thread));
    complete(shown, continuation.innermost);
    return shown.getStackTrace();
  }

  /**
   * The host that a thread runs, whatever continuations that one has resumed.
   *
   * @param thread any; it goes on meanwhile, so the answer may be old
   * @return null if it runs none, or that cannot be told
   */
  public static Continuation host(Thread thread) {
    Carrier carrier = CarrierTable.of(thread);
    return carrier == null ? null : carrier.host;
  }

  /** The JDK leaves hidden classes, such as those of frames and lambdas, out of exceptions only. */
  private static StackTraceElement[] visible(Thread thread) {
    return Stream.of(thread.getStackTrace())
        .filter(element -> element.getClassName().indexOf('/') < 0)
        .toArray(StackTraceElement[]::new);
  }

  /** The first frame whose method stands above the trampoline is the resumed one. */
  private static void complete(Throwable shown, Frame innermost) {
    StackTraceElement[] trace = shown.getStackTrace();
    int trampoline = LogicalTrace.indexOfResuming(trace);
    if (trampoline <= 0) {
      LogicalTrace.withoutStart(shown);
      return;
    }
    for (Frame frame = innermost; frame != null; frame = frame.caller) {
      if (frame.isActivation() && LogicalTrace.isResumed(trace[trampoline - 1], frame)) {
        LogicalTrace.set(shown, LogicalTrace.logical(trace, trampoline, frame, null));
        return;
      }
    }
  }
}
