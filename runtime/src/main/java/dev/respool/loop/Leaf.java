package dev.respool.loop;

import dev.respool.abi.Continuation;

/** Who calls a method of this package: the first question of every leaf. */
final class Leaf {
  private static final String RUNTIME = "dev.respool.";
  private static final StackWalker WALKER = StackWalker.getInstance();

  private Leaf() {}

  /**
   * The calling task, for a leaf: also where a pending cancellation strikes.
   *
   * @param method how to name the leaf in an error
   * @throws IllegalStateException if the caller is not run by a task
   * @throws java.util.concurrent.CancellationException if the task was cancelled while it ran
   */
  static TaskState self(String method) {
    TaskState task = caller(method);
    task.throwIfCancelled();
    return task;
  }

  /**
   * The calling task, for a method that does not suspend: also if it calls from a coroutine or
   * generator that the task has resumed.
   */
  static TaskState caller(String method) {
    if (Continuation.current() instanceof TaskState task) {
      return task;
    }
    if (Continuation.host() instanceof TaskState task) {
      return task;
    }
    throw new IllegalStateException(
        callSite()
            + " calls "
            + method
            + " outside a task: only a task of an event loop can wait for it, and this code runs in"
            + " "
            + surroundings()
            + "; start it with EventLoop.run or, inside a loop, with Tasks.async");
  }

  private static String surroundings() {
    if (!Continuation.isRunningAny()) {
      return "no coroutine at all";
    }
    return Continuation.current() == null
        ? "a Generator, which is resumed by its iterator and not by a loop"
        : "a plain Coroutine, which is resumed by hand and not by a loop";
  }

  private static String callSite() {
    return WALKER.walk(
        frames ->
            frames
                .filter(frame -> !isRuntime(frame.getClassName()))
                .findFirst()
                .map(frame -> frame.toStackTraceElement().toString())
                .orElse("uninstrumented code"));
  }

  private static boolean isRuntime(String className) {
    if (!className.startsWith(RUNTIME)) {
      return false;
    }
    String inner = className.substring(RUNTIME.length());
    return inner.indexOf('.') < 0 || inner.startsWith("loop.") || inner.startsWith("abi.");
  }
}
