package dev.respool.abi;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
      StackWalker.getInstance(
          EnumSet.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_REFLECT_FRAMES));

  private static final String RESUME_METHOD = "(Ldev/respool/abi/Carrier;Ldev/respool/abi/Shapes$";

  private static final String RESUME_OF_CONSTRUCTOR = "respool$init";

  private static final String VARIANT = "Ldev/respool/abi/Carrier;)";

  private static final ClassValue<Map<String, Boolean>> TRANSFORMED =
      new ClassValue<>() {
        @Override
        protected Map<String, Boolean> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

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
    StackFrame caller = callerOfCaptured();
    return caller != null && isStart(caller) ? null : refusal(caller);
  }

  /**
   * For a captured activation that was entered with a right token: null if its caller is
   * transformed, as it should be.
   */
  static RuntimeException refusalUnlessTransformed() {
    StackFrame caller = callerOfCaptured();
    return caller != null && (isStart(caller) || isTransformed(caller)) ? null : refusal(caller);
  }

  /** For a suspending method of the runtime that was not called from a suspension point. */
  static RuntimeException refusalOfLeaf() {
    return refusal(walk(frames -> culprit(skipOurs(frames), frames)));
  }

  /**
   * For one that was called under its own name and descriptor by whatever dispatch led to: null if
   * its caller is transformed.
   */
  static RuntimeException refusalOfDispatchedLeaf() {
    StackFrame caller = walk(frames -> culprit(skipOurs(frames), frames));
    return isTransformed(caller) ? null : refusal(caller);
  }

  /**
   * Whether every frame between the caller of this package and the innermost continuation's start
   * can be captured.
   */
  static boolean allTransformed() {
    return walk(
        frames -> {
          StackFrame frame = skipOurs(frames);
          while (isTransformed(frame)) {
            frame = frames.next();
          }
          return isStart(frame) || isResuming(frame);
        });
  }

  private static <T> T walk(Function<Iterator<StackFrame>, T> look) {
    return WALKER.walk((Stream<StackFrame> frames) -> look.apply(frames.iterator()));
  }

  /**
   * Null if the JVM itself called the activation; that is possible under {@link AutoEntry} only.
   */
  private static StackFrame callerOfCaptured() {
    return walk(
        frames -> {
          StackFrame frame = skipOurs(frames);
          if (frame.getMethodName().startsWith("respool$frame$")) {
            frames.next(); // the captured activation; without a factory it was a door
          }
          return frames.hasNext() ? culprit(frames.next(), frames) : null;
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

  /** Of the several frames of a reflective call, the one that people know. */
  private static StackFrame culprit(StackFrame first, Iterator<StackFrame> frames) {
    StackFrame frame = first;
    while (frame.getClassName().startsWith("jdk.internal.reflect.") && frames.hasNext()) {
      frame = frames.next();
    }
    return frame;
  }

  private static boolean isStart(StackFrame frame) {
    return frame.getMethodName().equals("start")
        && Continuation.class.isAssignableFrom(frame.getDeclaringClass());
  }

  /** Whether it continues the innermost frame of a continuation. */
  private static boolean isResuming(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return switch (frame.getMethodName()) {
      case "drive" -> type == Trampoline.class;
      case "reenter" -> type == Continuation.class;
      default -> false;
    };
  }

  private static boolean isTransformed(StackFrame frame) {
    String descriptor = frame.getDescriptor();
    if (descriptor.startsWith(RESUME_METHOD) || descriptor.contains(VARIANT)) {
      return true;
    }
    String factory = Token.frameFactory(frame.getMethodName(), descriptor);
    Class<?> type = frame.getDeclaringClass();
    return TRANSFORMED.get(type).computeIfAbsent(factory, name -> declares(type, name));
  }

  private static boolean declares(Class<?> type, String factory) {
    try {
      type.getDeclaredMethod(factory, int.class, Carrier.class, long.class);
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    } catch (LinkageError e) {
      return true; // a type in some signature of the class is missing: the token has to do
    }
  }

  /** The same answer to an activation that tries again. */
  static RuntimeException again(RuntimeException refusal) {
    return refusal == AutoEntry.RESUME ? refusal : notSuspendable(refusal.getMessage());
  }

  private static RuntimeException refusal(StackFrame frame) {
    if (AutoEntry.ON) {
      return AutoEntry.RESUME;
    }
    Obstacle obstacle = Obstacle.of(frame, isTransformed(frame));
    return notSuspendable(
        "attempt to yield across "
            + location(frame.toStackTraceElement())
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
    String file = at.getFileName() == null ? "Unknown Source" : at.getFileName();
    boolean ofConstructor = at.getMethodName().startsWith(RESUME_OF_CONSTRUCTOR);
    return at.getClassName()
        + "."
        + (ofConstructor ? "<init>" : at.getMethodName())
        + "("
        + (at.getLineNumber() < 0 ? file : file + ":" + at.getLineNumber())
        + ")";
  }
}
