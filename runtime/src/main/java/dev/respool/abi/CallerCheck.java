package dev.respool.abi;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
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
 * <p>Slow (a stack walk): done before every refusal, and at a method's first captures although the
 * token is right, because a frame that forwards under the same name and descriptor leaves the right
 * token too.
 */
final class CallerCheck {
  private static final StackWalker WALKER =
      StackWalker.getInstance(
          EnumSet.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_REFLECT_FRAMES));

  private static final String RESUME_METHOD =
      "(Ldev/respool/abi/Carrier;Ldev/respool/abi/Frame;Ljava/lang/Object;)Ljava/lang/Object;";

  private static final ClassValue<Map<String, Boolean>> TRANSFORMED =
      new ClassValue<>() {
        @Override
        protected Map<String, Boolean> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private CallerCheck() {}

  /**
   * For a captured activation that was entered with a foreign token: why it ends the unwinding, or
   * null if it is the body.
   */
  static RuntimeException refusal(Carrier carrier) {
    StackFrame caller = callerOfCaptured();
    return isStart(caller) ? null : refusal(carrier.current, caller);
  }

  /**
   * For a captured activation that was entered with a right token: null if its caller is
   * transformed, as it should be.
   */
  static RuntimeException refusalUnlessTransformed(Carrier carrier) {
    StackFrame caller = callerOfCaptured();
    return isStart(caller) || isTransformed(caller) ? null : refusal(carrier.current, caller);
  }

  /** For a suspending method of the runtime that was not called from a suspension point. */
  static RuntimeException refusalOfLeaf(Continuation current) {
    return refusal(current, walk(frames -> culprit(skipOurs(frames), frames)));
  }

  /**
   * For one that was called under its own name and descriptor by whatever dispatch led to: null if
   * its caller is transformed.
   */
  static RuntimeException refusalOfDispatchedLeaf(Continuation current) {
    StackFrame caller = walk(frames -> culprit(skipOurs(frames), frames));
    return isTransformed(caller) ? null : refusal(current, caller);
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
          return isStart(frame) || isResuming(frame) && !frame.getMethodName().equals("refuse");
        });
  }

  private static <T> T walk(Function<Iterator<StackFrame>, T> look) {
    return WALKER.walk((Stream<StackFrame> frames) -> look.apply(frames.iterator()));
  }

  private static StackFrame callerOfCaptured() {
    return walk(
        frames -> {
          while (!frames.next().getMethodName().startsWith("respool$frame$")) {
            // this package's own frames
          }
          frames.next(); // the captured activation
          return culprit(frames.next(), frames);
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

  private static boolean isResuming(StackFrame frame) {
    return frame.getDeclaringClass() == Trampoline.class;
  }

  private static boolean isTransformed(StackFrame frame) {
    String descriptor = frame.getDescriptor();
    if (descriptor.equals(RESUME_METHOD)) {
      return true;
    }
    String factory = Token.frameFactory(frame.getMethodName(), descriptor);
    Class<?> type = frame.getDeclaringClass();
    return TRANSFORMED.get(type).computeIfAbsent(factory, name -> declares(type, name));
  }

  private static boolean declares(Class<?> type, String factory) {
    try {
      type.getDeclaredMethod(factory, Carrier.class, int.class, int.class);
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    } catch (LinkageError e) {
      return true; // a type in some signature of the class is missing: the token has to do
    }
  }

  private static RuntimeException refusal(Continuation current, StackFrame frame) {
    Obstacle obstacle = Obstacle.of(frame, isTransformed(frame));
    return current.notSuspendable(
        "attempt to yield across "
            + location(frame.toStackTraceElement())
            + ", which cannot be captured: "
            + obstacle.reason()
            + "; "
            + obstacle.remedy());
  }

  private static String location(StackTraceElement at) {
    String file = at.getFileName() == null ? "Unknown Source" : at.getFileName();
    return at.getClassName()
        + "."
        + at.getMethodName()
        + "("
        + (at.getLineNumber() < 0 ? file : file + ":" + at.getLineNumber())
        + ")";
  }
}
