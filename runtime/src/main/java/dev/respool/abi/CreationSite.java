package dev.respool.abi;

import java.util.Arrays;

/** The line of the program that makes a continuation: the first on the stack that is not ours. */
final class CreationSite {
  private static final String RUNTIME = "dev.respool.";
  private static final StackWalker WALKER = StackWalker.getInstance();

  private CreationSite() {}

  /** Of who runs now; null if a prototype is made, which no program asks for. */
  static StackTraceElement here() {
    return WALKER.walk(
        frames ->
            frames
                .filter(frame -> isPrototype(frame) || !isOfRuntime(frame.getClassName()))
                .findFirst()
                .filter(frame -> !isPrototype(frame))
                .map(StackWalker.StackFrame::toStackTraceElement)
                .orElse(null));
  }

  /** The stack from there on. */
  static StackTraceElement[] stack() {
    StackTraceElement[] trace = new Throwable().getStackTrace();
    int first = 0;
    while (first < trace.length && isOfRuntime(trace[first].getClassName())) {
      first++;
    }
    return Arrays.copyOfRange(trace, first, trace.length);
  }

  private static boolean isPrototype(StackWalker.StackFrame frame) {
    return frame.getClassName().equals(OwnProfile.class.getName())
        && frame.getMethodName().equals("prototype");
  }

  private static boolean isOfRuntime(String className) {
    return className.startsWith(RUNTIME)
        && className.substring(RUNTIME.length()).matches("((abi|loop)\\.)?[^.]+");
  }
}
