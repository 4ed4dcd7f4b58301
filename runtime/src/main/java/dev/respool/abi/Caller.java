package dev.respool.abi;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who called, seen through what merely forwards: the proxies of lambdas and the frames by which the
 * JDK reflects.
 *
 * @param frame the first frame that does something of its own
 * @param throughHandle whether the call went through a method handle, which may do anything before
 *     and after
 */
record Caller(StackFrame frame, boolean throughHandle) {
  private static final String RESUME_METHOD = "(Ldev/respool/abi/Carrier;Ldev/respool/abi/Shapes$";

  private static final String VARIANT = "Ldev/respool/abi/Carrier;)";

  private static final ClassValue<Map<String, Boolean>> TRANSFORMED =
      new ClassValue<>() {
        @Override
        protected Map<String, Boolean> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  /** Looks from the first frame of the caller's on. */
  static Caller of(StackFrame first, Iterator<StackFrame> frames) {
    StackFrame frame = first;
    boolean throughHandle = false;
    while (frames.hasNext() && (isForwarding(frame) || isHandle(frame))) {
      throughHandle |= isHandle(frame);
      frame = frames.next();
    }
    return new Caller(frame, throughHandle && !isReflection(frame));
  }

  private static boolean isForwarding(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return type.isHidden() && (isLambda(type) || Frame.class.isAssignableFrom(type))
        || type.getName().startsWith("jdk.internal.reflect.");
  }

  /** Hidden classes that other code defines may do more than to forward. */
  private static boolean isLambda(Class<?> type) {
    return type.getName().contains("$$Lambda");
  }

  private static boolean isHandle(StackFrame frame) {
    return frame.getDeclaringClass().getPackageName().equals("java.lang.invoke");
  }

  /** Reflection uses method handles from Java 18 on. */
  private static boolean isReflection(StackFrame frame) {
    return frame.getDeclaringClass().getPackageName().equals("java.lang.reflect");
  }

  /** Whether a continuation's body was called. */
  boolean isStart() {
    return !throughHandle
        && frame.getMethodName().equals("start")
        && Continuation.class.isAssignableFrom(frame.getDeclaringClass());
  }

  /** Whether it is an activation that can be captured. */
  boolean isTransformed() {
    return !throughHandle && isTransformed(frame);
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
      return declares(type, factory, Carrier.class, long.class)
          || declares(type, factory, Carrier.class); // of a variant
    } catch (LinkageError e) {
      return true; // a type in some signature of the class is missing: the token has to do
    }
  }

  private static boolean declares(Class<?> type, String factory, Class<?>... parameters) {
    try {
      type.getDeclaredMethod(factory, parameters);
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
