package dev.respool.jfr;

import dev.respool.abi.Observer;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A coroutine has come to its end. */
@Name("dev.respool.CoroutineEnd")
@Label("Coroutine End")
@Description("A coroutine has come to its end")
@Enabled(false)
@StackTrace(false)
final class CoroutineEnd extends CoroutineEvent {
  @Label("Outcome")
  @Description("Returned, failed, closed while it was suspended, or never started")
  String outcome;

  @Label("Failure")
  @Description("The class of what its body has thrown; none if it has not failed")
  Class<?> failure;

  static String outcome(Observer.End end) {
    return switch (end) {
      case RETURNED -> "returned";
      case FAILED -> "failed";
      case CLOSED -> "closed";
      case NEVER_STARTED -> "never started";
    };
  }
}
