package dev.respool.it.harness;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.CoroutineException;
import dev.respool.SuspendedFrame;
import java.lang.reflect.InvocationTargetException;
import java.util.function.UnaryOperator;

/** Runs one target as one loader defined it, again and again. */
final class Runner {
  private final Class<?> target;
  private final Class<?> probe;

  Runner(ClassLoader loader, String target) throws ClassNotFoundException {
    this.target = Class.forName(target, true, loader);
    this.probe = Class.forName(Targets.PROBE, true, loader);
  }

  /** As plain Java: no coroutine anywhere. */
  Outcome plainly(Session session) throws ReflectiveOperationException {
    use(session);
    try {
      return session.ended(Trace.show(target.getMethod("run").invoke(null)));
    } catch (InvocationTargetException e) {
      return session.ended(thrown(e.getCause()));
    }
  }

  /** As the body of a coroutine, resumed with what it yielded until it is dead. */
  Outcome asCoroutine(Session session, boolean withStacks) throws ReflectiveOperationException {
    return asCoroutine(session, withStacks, coroutine -> coroutine);
  }

  /** The same, but another one goes on in place of each that is suspended. */
  Outcome asCoroutine(
      Session session, boolean withStacks, UnaryOperator<Coroutine<Object, Object>> exchange)
      throws ReflectiveOperationException {
    use(session);
    Coroutine<Object, Object> coroutine = Coroutine.create(body());
    try {
      Object out = coroutine.resume();
      while (!coroutine.isDone()) {
        note(session, coroutine, withStacks);
        Coroutine<Object, Object> next = exchange.apply(coroutine);
        out = next == coroutine ? out : own(next, out);
        coroutine = next;
        out = coroutine.resume(out);
      }
      return session.ended(Trace.show(out));
    } catch (CoroutineException e) {
      return session.ended(thrown(e.getCause()));
    } catch (Exception | Error e) {
      return session.ended(thrown(e));
    }
  }

  /** The probe wants the very object back that it has yielded, and holds in a local. */
  private static Object own(Coroutine<?, ?> restored, Object yielded) {
    return restored.frames().get(0).locals().stream()
        .map(SuspendedFrame.LocalValue::value)
        .filter(yielded::equals)
        .findFirst()
        .orElseThrow();
  }

  private static void note(Session session, Coroutine<?, ?> coroutine, boolean withStacks) {
    if (withStacks) {
      session.suspendedAt(coroutine.stackTrace());
    } else {
      session.suspended();
    }
  }

  private void use(Session session) throws ReflectiveOperationException {
    probe.getMethod("use", Session.class).invoke(null, session);
  }

  @SuppressWarnings("unchecked")
  private CoroutineBody<Object, Object> body() throws ReflectiveOperationException {
    Class<?> entry = Class.forName(target.getName() + Entry.SUFFIX, true, target.getClassLoader());
    return (CoroutineBody<Object, Object>) entry.getConstructor().newInstance();
  }

  private static String thrown(Throwable thrown) {
    return "thrown " + Trace.show(thrown);
  }
}
