package dev.respool.loop;

import dev.respool.CoroutineException;
import dev.respool.abi.Activation;
import dev.respool.abi.Continuation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** In which shape a failure reaches the program: type, wrapper and stack trace. */
final class Failures {
  private static final String LOOP = Failures.class.getPackageName() + ".";

  private Failures() {}

  /** An unchecked failure as it is, a checked one in a {@link CoroutineException}. */
  static Throwable unchecked(Throwable failure) {
    return failure instanceof RuntimeException || failure instanceof Error
        ? failure
        : new CoroutineException(failure);
  }

  /** Throws {@link #unchecked}; never returns. */
  static RuntimeException raise(Throwable failure) {
    Throwable thrown = unchecked(failure);
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  /** What a completion stage failed with, without the wrappers that stages add. */
  static Throwable ofStage(Throwable failure) {
    Throwable inner = failure;
    while (inner instanceof CompletionException && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }

  /** Collects a second failure behind a first. */
  static Throwable both(Throwable first, Throwable second) {
    if (first == null) {
      return second;
    }
    if (second != null && first != second) {
      first.addSuppressed(second);
    }
    return first;
  }

  /**
   * Gives an exception that arose in the loop the trace that the program expects: first the frames
   * of whoever found the fault (none if it was the loop), then the suspended activations of the
   * task whose call throws it.
   */
  static Throwable at(Throwable thrown, Continuation waiter) {
    List<StackTraceElement> trace = new ArrayList<>();
    for (StackTraceElement element : thrown.getStackTrace()) {
      if (element.getClassName().startsWith(LOOP)) {
        break;
      }
      trace.add(element);
    }
    for (Activation activation : Activation.of(waiter)) {
      trace.add(activation.element());
    }
    thrown.setStackTrace(trace.toArray(new StackTraceElement[0]));
    return thrown;
  }
}
