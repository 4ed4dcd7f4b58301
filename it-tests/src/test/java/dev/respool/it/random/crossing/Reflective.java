package dev.respool.it.random.crossing;

import dev.respool.Suspendable;
import dev.respool.it.random.Link;
import dev.respool.it.random.Route;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Calls that name their method at run time. */
final class Reflective {
  private static final MethodHandle HANDLE;
  private static final Method METHOD;

  static {
    try {
      MethodType type = MethodType.methodType(int.class, Route.class, int.class);
      HANDLE = MethodHandles.lookup().findVirtual(Node.class, "go", type);
      METHOD = Node.class.getMethod("go", Route.class, int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Reflective() {}

  @Suspendable
  static int call(Link link, Route route, int v) {
    Node node = Nodes.of(route.draw(2) == 0 ? Link.ALPHA : Link.BOTH, route);
    return link == Link.HANDLE ? byHandle(node, route, v) : byMethod(node, route, v);
  }

  @Suspendable
  private static int byHandle(Node node, Route route, int v) {
    try {
      return (int) HANDLE.invokeExact(node, route, v);
    } catch (Throwable e) {
      throw (RuntimeException) e;
    }
  }

  @Suspendable
  private static int byMethod(Node node, Route route, int v) {
    try {
      return (int) METHOD.invoke(node, route, v);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
