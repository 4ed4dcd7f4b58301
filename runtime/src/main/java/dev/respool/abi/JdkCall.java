package dev.respool.abi;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;

/**
 * The call of the program's own code that led into the code of the JDK which stands in the way: a
 * comparator that yields is called by the sorting algorithm, but what the reader knows is the line
 * that called {@code List.sort}.
 *
 * @param caller the frame of the program's own
 * @param called the frame of the JDK that it called
 */
record JdkCall(StackFrame caller, StackFrame called) {
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
        called = frame;
      } else if (!frame.getDeclaringClass().isHidden()) {
        return CallerCheck.isOurs(frame) ? null : new JdkCall(frame, called);
      }
    }
    return null;
  }

  private static boolean isSame(StackFrame frame, StackFrame other) {
    return frame.getDeclaringClass() == other.getDeclaringClass()
        && frame.getByteCodeIndex() == other.getByteCodeIndex()
        && frame.getMethodName().equals(other.getMethodName())
        && frame.getDescriptor().equals(other.getDescriptor());
  }

  /** In words. */
  String text() {
    return CallerCheck.location(caller.toStackTraceElement())
        + " called "
        + called.getClassName()
        + "."
        + called.getMethodName();
  }
}
