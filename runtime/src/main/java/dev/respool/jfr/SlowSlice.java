package dev.respool.jfr;

import dev.respool.abi.Position;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A task has run for long without a suspension. */
@Name("dev.respool.SlowSlice")
@Label("Slow Slice")
@Description(
    "A task has kept its event loop from one suspension to the next, at which method and line are")
@Threshold("20 ms")
@StackTrace(false)
final class SlowSlice extends PositionedEvent {
  @Label("Resumed Method")
  @Description("The method in which the task went on; none if it was started")
  String resumedMethod;

  @Label("Resumed Line")
  @Description("The source line at which it went on")
  int resumedLine;

  /** Where it went on; null if it was started. The recording does not know the type. */
  private final transient Position resumed;

  SlowSlice(Position resumed) {
    this.resumed = resumed;
  }

  /** Where the task went on, in words. */
  void setResumed() {
    if (resumed != null) {
      StackTraceElement element = resumed.element();
      resumedMethod = methodOf(element);
      resumedLine = element.getLineNumber();
    }
  }
}
