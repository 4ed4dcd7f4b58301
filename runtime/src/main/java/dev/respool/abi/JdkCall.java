package dev.respool.abi;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * The call of the program's own code that led into the code of the JDK which stands in the way: a
 * comparator that yields is called by the sorting algorithm, but what the reader knows is the line
 * that called {@code List.sort}.
 *
 * @param caller the frame of the program's own
 * @param called the frame of the JDK that it called
 */
record JdkCall(StackFrame caller, StackFrame called) {
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$.*");

  /**
   * Looks below a frame.
   *
   * @param obstacle of the JDK
   * @param frames all, the top first
   * @return null if the code of the JDK was not called by the program
   */
  static JdkCall leadingTo(StackFrame obstacle, Iterator<StackFrame> frames) {
    StackFrame called = null;
    while (frames.hasNext()) {
      StackFrame frame = frames.next();
      if (called == null) {
        called = isSame(frame, obstacle) ? frame : null;
      } else if (Obstacle.isJdk(frame.getDeclaringClass())) {
        called = isForwarding(frame) ? called : frame;
      } else if (!frame.getDeclaringClass().isHidden()) {
        return CallerCheck.isOurs(frame) ? null : new JdkCall(frame, called);
      }
    }
    return null;
  }

  /** What the program called, before it went through a lambda or a call site of its own. */
  private static boolean isForwarding(StackFrame frame) {
    return frame.getDeclaringClass().isHidden()
        || frame.getDeclaringClass().getPackageName().equals("java.lang.invoke");
  }

  /** The name of the method of the JDK that the program called, dotted, with its class. */
  static String into(StackFrame obstacle) {
    JdkCall call = CallerCheck.walk(frames -> leadingTo(obstacle, frames));
    return nameOf(call == null ? obstacle : call.called());
  }

  /** The lambda that {@code Function.andThen} returns is named as the method. */
  private static String nameOf(StackFrame frame) {
    String method = LAMBDA.matcher(frame.getMethodName()).replaceFirst("$1");
    return frame.getClassName() + "." + method;
  }

  static boolean isSame(StackFrame frame, StackFrame other) {
    return frame.getDeclaringClass() == other.getDeclaringClass()
        && frame.getByteCodeIndex() == other.getByteCodeIndex()
        && frame.getMethodName().equals(other.getMethodName())
        && frame.getDescriptor().equals(other.getDescriptor());
  }

  /** In words. */
  String text() {
    return CallerCheck.location(caller.toStackTraceElement()) + " called " + nameOf(called);
  }
}
