package dev.respool.abi;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A proxy that a framework has put before an object: it calls the object's method by reflection or
 * through code that it has generated, so the frames between cannot be captured.
 *
 * @param proxy its class
 * @param target the class whose method was called in the end
 * @param method the name of that
 */
record StandIn(Class<?> proxy, Class<?> target, String method) {
  /** The names that frameworks give the classes of their proxies, and what to do about those. */
  private record Maker(Pattern names, String remedy) {}

  private static final List<Maker> MAKERS =
      List.of(
          maker(
              ".*(\\$\\$SpringCGLIB\\$\\$|\\$\\$EnhancerBySpringCGLIB\\$\\$).*",
              "leave %s without advice: no @Transactional, @Async or @Cacheable on it or its class,"
                  + " a pointcut that excludes it, proxyBeanMethods=false on a @Configuration"),
          maker(
              ".*(_ClientProxy|\\$_\\$\\$_Weld.*|\\$Proxy\\$_\\$\\$_.*|\\$\\$Owb.*Proxy.*)",
              "give the bean the scope @Dependent or @Singleton, which has no client proxy, and"
                  + " leave %s without interceptors and decorators"),
          maker(
              ".*_Subclass", "leave %s without interceptors: move those to a method that calls it"),
          maker(
              ".*(\\$ByteBuddy\\$|\\$HibernateProxy|\\$MockitoMock\\$|\\$\\$EnhancerBy|_\\$\\$_jvst).*",
              "call %s on the object behind the proxy"));

  private static final String OF_JDK_PROXY =
      "call %s on the object behind the proxy; a bean of Spring has none if no advice, such as"
          + " @Transactional, names its class";

  private static Maker maker(String names, String remedy) {
    return new Maker(Pattern.compile(names), remedy);
  }

  /** The proxy in which the obstacle stands, or which made the reflective call. */
  static Optional<StandIn> before(Caller caller) {
    StackFrame obstacle = caller.frame();
    return mayBelongToProxy(obstacle) && !caller.isTransformed()
        ? CallerCheck.walk(frames -> proxyBelow(obstacle, frames))
            .map(proxy -> of(proxy, caller.callee()))
        : Optional.empty();
  }

  private static boolean mayBelongToProxy(StackFrame obstacle) {
    Class<?> type = obstacle.getDeclaringClass();
    return isProxy(type)
        || type.getPackageName().equals("java.lang.reflect")
        || isFastClass(type.getName());
  }

  /** Among the frames from the obstacle to the next one that can be captured. */
  private static Optional<StackFrame> proxyBelow(StackFrame obstacle, Iterator<StackFrame> frames) {
    boolean between = false;
    while (frames.hasNext()) {
      StackFrame frame = frames.next();
      between |= JdkCall.isSame(frame, obstacle);
      if (between && isProxy(frame.getDeclaringClass())) {
        return Optional.of(frame);
      }
      if (between && isEnd(frame)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isEnd(StackFrame frame) {
    return CallerCheck.isOurs(frame) || TransformedCode.of(frame).isPresent();
  }

  private static boolean isProxy(Class<?> type) {
    return Proxy.isProxyClass(type)
        || makers(type).findAny().isPresent() && !isFastClass(type.getName());
  }

  /** CGLIB's replacement for reflection. */
  private static boolean isFastClass(String name) {
    return name.contains("$$FastClass");
  }

  private static Stream<Maker> makers(Class<?> type) {
    return MAKERS.stream().filter(maker -> maker.names().matcher(type.getName()).matches());
  }

  /** The callee is the target's method, unless an interceptor of the program comes first. */
  private static StandIn of(StackFrame proxy, StackFrame callee) {
    Class<?> type = proxy.getDeclaringClass();
    boolean isTarget =
        standsFor(type).anyMatch(t -> t.isAssignableFrom(callee.getDeclaringClass()));
    return isTarget
        ? new StandIn(type, callee.getDeclaringClass(), callee.getMethodName())
        : new StandIn(type, standsFor(type).findFirst().orElse(type), proxy.getMethodName());
  }

  private static Stream<Class<?>> standsFor(Class<?> proxy) {
    return Stream.concat(
            Stream.<Class<?>>of(proxy.getSuperclass()), Stream.of(proxy.getInterfaces()))
        .filter(type -> type != Object.class && type != Proxy.class);
  }

  String reason() {
    return "a proxy, "
        + proxy.getName()
        + ", stands before "
        + target.getName()
        + ", and what calls it from there is not transformed";
  }

  String remedy() {
    String remedy = makers(proxy).map(Maker::remedy).findFirst().orElse(OF_JDK_PROXY);
    return String.format(remedy, target.getName() + "." + method);
  }
}
