package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Supplier;

/** Calls that name their method at run time. */
final class ReflectiveCalls {
  private static final String HERE = "\\Q" + ReflectiveCalls.class.getName() + ".";
  private static final String LINE = "(ReflectiveCalls.java:\\E\\d+\\)";

  private ReflectiveCalls() {}

  static List<LostFrame> rows() {
    return List.of(
        LostFrame.of(
            "through reflection",
            ReflectiveCalls::reflection,
            "java.lang.reflect.Method.invoke\\(Method.java:\\d+\\)",
            Cause.JDK),
        LostFrame.of(
            "through a method handle",
            ReflectiveCalls::direct,
            HERE + "direct" + LINE,
            Cause.METHOD_HANDLE),
        LostFrame.of(
            "through method handles that do more",
            ReflectiveCalls::combined,
            HERE + "combined" + LINE,
            Cause.METHOD_HANDLE),
        LostFrame.of(
            "through a functional interface made of method handles",
            ReflectiveCalls::handleProxy,
            "(.*Proxy.*|" + HERE + "handleProxy" + LINE + ")",
            Cause.METHOD_HANDLE));
  }

  @Suspendable
  private static Object reflection(Steps steps) throws ReflectiveOperationException {
    Method method = Steps.class.getMethod("yieldBelow", Object.class);
    Object answer = method.invoke(steps, "x");
    steps.add("went on with " + answer);
    return answer;
  }

  private static MethodHandle yieldBelow() throws ReflectiveOperationException {
    return MethodHandles.lookup()
        .findVirtual(Steps.class, "yieldBelow", MethodType.methodType(Object.class, Object.class));
  }

  @Suspendable
  private static Object direct(Steps steps) throws Exception {
    MethodHandle handle = yieldBelow();
    try {
      return (Object) handle.invokeExact(steps, (Object) "x");
    } catch (Throwable t) {
      throw thrown(t);
    }
  }

  @Suspendable
  private static Object combined(Steps steps) throws Exception {
    MethodHandle handle =
        MethodHandles.filterReturnValue(yieldBelow().bindTo(steps), noting(steps));
    try {
      return (Object) handle.invokeExact((Object) "x");
    } catch (Throwable t) {
      throw thrown(t);
    }
  }

  private static Exception thrown(Throwable t) {
    return t instanceof Exception exception ? exception : new IllegalStateException(t);
  }

  /** The call and the method behind have one name and descriptor, and there is more between. */
  @Suspendable
  private static Object handleProxy(Steps steps) throws Exception {
    MethodHandle get =
        MethodHandles.lookup()
            .findVirtual(Source.class, "get", MethodType.methodType(Object.class))
            .bindTo(new Source(steps));
    Supplier<?> supplier =
        MethodHandleProxies.asInterfaceInstance(
            Supplier.class, MethodHandles.filterReturnValue(get, noting(steps)));
    return supplier.get();
  }

  /** Notes what it gets. */
  private static MethodHandle noting(Steps steps) throws ReflectiveOperationException {
    return MethodHandles.lookup()
        .findStatic(
            ReflectiveCalls.class,
            "note",
            MethodType.methodType(Object.class, Steps.class, Object.class))
        .bindTo(steps);
  }

  private static Object note(Steps steps, Object answer) {
    steps.add("foreign went on with " + answer);
    return answer;
  }

  private record Source(Steps steps) implements Supplier<Object> {
    @Override
    @Suspendable
    public Object get() {
      return steps.yieldBelow("x");
    }
  }
}
