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
 * <p>Slow (a stack walk, a microsecond): done for each capture behind a call of which nothing has
 * been proven. It tells for certain. The frame below that of the captured activation is its caller,
 * and whatever an instruction calls has the name and descriptor that the instruction names (JVMS
 * 5.4.6); all calls of transformed code that name them are suspension points ({@link Transformed}).
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
   * What the stack says of a call.
   *
   * @param refusal why the caller cannot be captured; null if it can
   * @param isProof whether the same call on the same class of receivers will lead there again
   */
  record Answer(RuntimeException refusal, boolean isProof) {}

  /** For the activation that was captured last, whose method or door has just called. */
  static Answer ofCaptured() {
    Caller caller = callerOfCaptured();
    return caller != null && (caller.isStart() || caller.isSuspensionPoint())
        ? new Answer(null, caller.isSame())
        : new Answer(refusal(caller), false);
  }

  /** For a suspending method of the runtime, which has just called. */
  static Answer ofLeaf(LeafMethod leaf) {
    Caller caller = callerOfLeaf();
    return caller.isSuspensionPoint() && leaf.isNamed(TransformedCode.nameOf(caller.called()))
        ? new Answer(null, caller.proxies().isEmpty())
        : new Answer(refusal(caller), false);
  }

  /**
   * Whether every frame between the caller of this package and the innermost continuation's start
   * can be captured.
   */
  static boolean allTransformed() {
    return walk(
        frames -> {
          Caller caller = callerOfOurs(frames);
          while (caller != null && caller.isSuspensionPoint()) {
            caller = Caller.of(caller.frame(), next(frames), frames);
          }
          return caller != null && (caller.isStart() || isResuming(caller.frame()));
        });
  }

  static <T> T walk(Function<Iterator<StackFrame>, T> look) {
    return WALKER.walk((Stream<StackFrame> frames) -> look.apply(frames.iterator()));
  }

  private static Caller callerOfLeaf() {
    return walk(CallerCheck::callerOfOurs);
  }

  /**
   * Null if the JVM itself called the activation; that is possible under {@link AutoEntry} only.
   */
  private static Caller callerOfCaptured() {
    return walk(
        frames -> {
          StackFrame frame = frames.next();
          while (isOurs(frame)) {
            frame = frames.next();
          }
          return Caller.of(frame, next(frames), frames);
        });
  }

  private static StackFrame next(Iterator<StackFrame> frames) {
    return frames.hasNext() ? frames.next() : null;
  }

  /** The method of the runtime that was called from outside is the callee. */
  private static Caller callerOfOurs(Iterator<StackFrame> frames) {
    StackFrame callee = null;
    StackFrame frame = frames.next();
    while (isOurs(frame)) {
      callee = frame;
      frame = frames.next();
    }
    return Caller.of(callee, frame, frames);
  }

  static boolean isOurs(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return type.getModule() == CallerCheck.class.getModule() && isRuntimePackage(type);
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
    String location = location(caller.frame().toStackTraceElement());
    Observation.refused(location, obstacle);
    return notSuspendable(
        "attempt to yield across "
            + location
            + ", which cannot be captured: "
            + obstacle.reason()
            + way(caller.frame())
            + "; "
            + obstacle.remedy());
  }

  private static String way(StackFrame obstacle) {
    JdkCall call =
        Obstacle.isJdk(obstacle.getDeclaringClass())
            ? walk(frames -> JdkCall.leadingTo(obstacle, frames))
            : null;
    return call == null ? "" : " (" + call.text() + ")";
  }

  private static RuntimeException notSuspendable(String message) {
    try {
      return (RuntimeException) NOT_SUSPENDABLE.invoke(message);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static String location(StackTraceElement at) {
    return at.getClassName()
        + "."
        + GeneratedMethods.knownName(at.getMethodName())
        + "("
        + place(at)
        + ")";
  }

  private static String place(StackTraceElement at) {
    if (at.isNativeMethod()) {
      return "Native Method";
    }
    String file = at.getFileName() == null ? "Unknown Source" : at.getFileName();
    return at.getLineNumber() < 0 ? file : file + ":" + at.getLineNumber();
  }
}
