package dev.respool.jfr;

import dev.respool.abi.HostRequest;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A coroutine has been suspended. */
@Name("dev.respool.CoroutineSuspend")
@Label("Coroutine Suspend")
@Description("A coroutine has been suspended, and its frames are captured")
@Enabled(false)
@StackTrace(false)
final class CoroutineSuspend extends PositionedEvent {
  @Label("Reason")
  @Description("What a task waits for; a coroutine or generator yields")
  String reason;

  @Label("Depth")
  @Description("How many of its frames are captured")
  int depth;

  /**
   * In words, for what was handed out. They may be the program's, whose failure is not this one's.
   */
  void setReason(Object out) {
    if (out instanceof HostRequest) {
      try {
        reason = out.toString();
      } catch (RuntimeException | StackOverflowError | LinkageError e) {
        reason = out.getClass().getName();
      }
    } else {
      reason = "yield";
    }
  }
}
