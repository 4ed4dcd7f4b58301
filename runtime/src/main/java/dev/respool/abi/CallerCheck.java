package dev.respool.abi;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks at the frames on the stack to tell whether they can be captured, and names the one that
 * cannot.
 *
 * <p>Slow (a stack walk): done before every refusal, and once for each token by which a method is
 * entered through dispatch, although the token is right, because a frame that forwards under the
 * same name and descriptor leaves the right token too.
 */
final class CallerCheck {
  private static final StackWalker WALKER =
      StackWalker.getInstance(EnumSet.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES));

  /** The exception belongs to the package for people, which this one does not depend on. */
  private static final MethodHandle NOT_SUSPENDABLE;

  static {
    try {
      NOT_SUSPENDABLE =
          MethodHandles.lookup()
              .findConstructor(
                  Class.forName("dev.respool.NotSuspendableException"),
                  MethodType.methodType(void.class, String.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private CallerCheck() {}

  /**
   * For a captured activation that was entered with a foreign token: why it ends the unwinding, or
   * null if it is the body.
   */
  static RuntimeException refusal() {
    Caller caller = callerOfCaptured();
    return caller != null && caller.isStart() ? null : refusal(caller);
  }

  /**
   * For a captured activation that was entered with a right token: null if its caller is
   * transformed, as it should be.
   */
  static RuntimeException refusalUnlessTransformed() {
    Caller caller = callerOfCaptured();
    return caller != null && (caller.isStart() || caller.isTransformed()) ? null : refusal(caller);
  }

  /** For a suspending method of the runtime that was not called from a suspension point. */
  static RuntimeException refusalOfLeaf() {
    return refusal(callerOfLeaf());
  }

  /**
   * For one that was called under its own name and descriptor by whatever dispatch led to: null if
   * its caller is transformed.
   */
  static RuntimeException refusalOfDispatchedLeaf() {
    Caller caller = callerOfLeaf();
    return caller.isTransformed() ? null : refusal(caller);
  }

  /**
   * Whether every frame between the caller of this package and the innermost continuation's start
   * can be captured.
   */
  static boolean allTransformed() {
    return walk(
        frames -> {
          Caller caller = Caller.of(skipOurs(frames), frames);
          while (caller.isTransformed()) {
            caller = Caller.of(frames.next(), frames);
          }
          return caller.isStart() || isResuming(caller.frame());
        });
  }

  private static <T> T walk(Function<Iterator<StackFrame>, T> look) {
    return WALKER.walk((Stream<StackFrame> frames) -> look.apply(frames.iterator()));
  }

  private static Caller callerOfLeaf() {
    return walk(frames -> Caller.of(skipOurs(frames), frames));
  }

  /**
   * Null if the JVM itself called the activation; that is possible under {@link AutoEntry} only.
   */
  private static Caller callerOfCaptured() {
    return walk(
        frames -> {
          StackFrame frame = skipOurs(frames);
          if (frame.getMethodName().startsWith("respool$frame$")) {
            frames.next(); // the captured activation; without a factory it was a door
          }
          return frames.hasNext() ? Caller.of(frames.next(), frames) : null;
        });
  }

  private static StackFrame skipOurs(Iterator<StackFrame> frames) {
    StackFrame frame = frames.next();
    while (frame.getDeclaringClass().getModule() == CallerCheck.class.getModule()
        && isRuntimePackage(frame.getDeclaringClass())) {
      frame = frames.next();
    }
    return frame;
  }

  private static boolean isRuntimePackage(Class<?> type) {
    return switch (type.getPackageName()) {
      case "dev.respool", "dev.respool.abi", "dev.respool.loop" -> true;
      default -> false;
    };
  }

  /** Whether it continues the innermost frame of a continuation. */
  private static boolean isResuming(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return switch (frame.getMethodName()) {
      case "drive" -> type == Trampoline.class;
      case "reenter" -> Continuation.class.isAssignableFrom(type);
      case "proceed" -> type == Reacquisition.class;
      default -> false;
    };
  }

  /** The same answer to an activation that tries again. */
  static RuntimeException again(RuntimeException refusal) {
    return refusal == AutoEntry.RESUME ? refusal : notSuspendable(refusal.getMessage());
  }

  private static RuntimeException refusal(Caller caller) {
    if (AutoEntry.ON) {
      return AutoEntry.RESUME;
    }
    Obstacle obstacle = Obstacle.of(caller);
    return notSuspendable(
        "attempt to yield across "
            + location(caller.frame().toStackTraceElement())
            + ", which cannot be captured: "
            + obstacle.reason()
            + "; "
            + obstacle.remedy());
  }

  private static RuntimeException notSuspendable(String message) {
    try {
      return (RuntimeException) NOT_SUSPENDABLE.invoke(message);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static String location(StackTraceElement at) {
    return at.getClassName() + "." + Token.knownName(at.getMethodName()) + "(" + place(at) + ")";
  }

  private static String place(StackTraceElement at) {
    if (at.isNativeMethod()) {
      return "Native Method";
    }
    String file = at.getFileName() == null ? "Unknown Source" : at.getFileName();
    return at.getLineNumber() < 0 ? file : file + ":" + at.getLineNumber();
  }
}
