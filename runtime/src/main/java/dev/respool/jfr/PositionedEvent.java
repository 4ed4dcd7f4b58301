package dev.respool.jfr;

import dev.respool.abi.Position;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Registered;

/** What an event says of a coroutine that is, or was, suspended. */
@Registered(false)
abstract class PositionedEvent extends CoroutineEvent {
  @Label("Method")
  @Description("The innermost suspended method")
  String method;

  @Label("Line")
  @Description("The source line at which it is suspended")
  int line;

  @Label("Called Method")
  @Description("The method that it has called there, and that has not returned")
  String calledMethod;

  /** Nothing, for null. */
  final void setPosition(Position position) {
    if (position != null) {
      StackTraceElement element = position.element();
      method = methodOf(element);
      line = element.getLineNumber();
      calledMethod = position.call();
    }
  }

  static String methodOf(StackTraceElement element) {
    return element.getClassName() + "." + element.getMethodName();
  }
}
