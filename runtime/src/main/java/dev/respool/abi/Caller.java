package dev.respool.abi;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Who called, seen through what merely forwards: the proxies of lambdas.
 *
 * @param frame the first frame that does something of its own
 * @param called the frame above it, which it called itself: the callee's, or that of a proxy
 * @param callee the frame of the method that was called in the end
 * @param throughHandle whether the call went through a method handle, which may do anything before
 *     and after
 * @param proxies the names of the methods of the proxies that the call went through
 */
record Caller(
    StackFrame frame,
    StackFrame called,
    StackFrame callee,
    boolean throughHandle,
    List<String> proxies) {
  private static final String LOAD_CLASS = "loadClass(Ljava/lang/String;)Ljava/lang/Class;";

  /**
   * Looks from the frame below the callee's on.
   *
   * @param below that frame; null if the JVM itself called
   * @param frames those below it
   * @return null if the JVM itself called
   */
  static Caller of(StackFrame callee, StackFrame below, Iterator<StackFrame> frames) {
    StackFrame called = callee;
    StackFrame frame = below;
    boolean throughHandle = false;
    List<String> proxies = new ArrayList<>();
    while (frames.hasNext() && (isForwarding(frame) || isHandle(frame))) {
      throughHandle |= isHandle(frame);
      if (!isFrame(frame.getDeclaringClass())) {
        called = frame;
        proxies.add(TransformedCode.nameOf(frame));
      }
      frame = frames.next();
    }
    return frame == null
        ? null
        : new Caller(frame, called, callee, throughHandle && !isReflection(frame), proxies);
  }

  private static boolean isForwarding(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return type.isHidden() && (isLambda(type) || isFrame(type))
        || type.getName().startsWith("jdk.internal.reflect.");
  }

  /** Hidden classes that other code defines may do more than to forward. */
  private static boolean isLambda(Class<?> type) {
    return type.getName().contains("$$Lambda");
  }

  private static boolean isFrame(Class<?> type) {
    return Frame.class.isAssignableFrom(type);
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
    return isDirect()
        && frame.getMethodName().equals("start")
        && Continuation.class.isAssignableFrom(frame.getDeclaringClass());
  }

  /** Whether it is an activation that can be captured, and called at a suspension point. */
  boolean isSuspensionPoint() {
    return isDirect() && (isOfVariant() || calledAtPoint());
  }

  private boolean calledAtPoint() {
    return TransformedCode.of(frame).map(code -> code.hasPoint(called)).orElse(false);
  }

  /** Whether it called a proxy at a suspension point, which went on to a method of another name. */
  boolean isPointOfProxy() {
    return !proxies.isEmpty() && calledAtPoint();
  }

  /** Whether it is an activation of transformed code. */
  boolean isTransformed() {
    return TransformedCode.of(frame).isPresent();
  }

  /** A variant is called by transformed code of its class only, its door included. */
  private boolean isOfVariant() {
    return called.getDescriptor().contains(TransformedCode.CARRIER)
        && called.getDeclaringClass() == frame.getDeclaringClass();
  }

  /**
   * Whether nothing stands between. The JVM calls class loaders by itself to link a call, from
   * whatever method has the call: that of the method's class.
   */
  private boolean isDirect() {
    return !throughHandle && !mayBeLinking() && forwardsAsItIs();
  }

  private boolean mayBeLinking() {
    return TransformedCode.nameOf(called).equals(LOAD_CLASS)
        && called.getDeclaringClass().isInstance(frame.getDeclaringClass().getClassLoader());
  }

  /** Whether the proxies, if there are any, return what the callee returns. */
  private boolean forwardsAsItIs() {
    return proxies.stream().allMatch(proxy -> proxy.equals(proxies.get(0)) && isReturnedBy(proxy));
  }

  private boolean isReturnedBy(String proxy) {
    return TransformedCode.nameOf(callee).equals(proxy)
        || TransformedCode.of(callee).map(code -> code.lambdas().contains(proxy)).orElse(false);
  }

  /**
   * Whether each call of the same class of receivers leads to the callee: a proxy may call another
   * method each time, if that is not static or private.
   */
  boolean isSame() {
    return proxies.isEmpty()
        || proxies.size() == 1
            && TransformedCode.of(callee).map(TransformedCode::bound).orElse(false);
  }
}
