package dev.respool.it.random;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ChildFirstLoader;
import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.VerifyingLoader;
import java.util.List;
import java.util.function.Predicate;

/** Runs routes through classes as they were compiled and as Respool transforms them. */
final class RouteRunner {
  private static final String PACKAGE = RouteRunner.class.getPackageName() + ".crossing.";
  private static final Predicate<String> OWN = name -> name.startsWith(PACKAGE);
  private static final Predicate<String> PLAIN = name -> name.startsWith(PACKAGE + "plain.");

  private final CoroutineBody<Object, Object> plain;
  private final CoroutineBody<Object, Object> transformed;
  private final Crossings crossings;

  /** Classes that nobody has run yet. */
  RouteRunner(Crossings crossings) throws ReflectiveOperationException {
    ClassFiles classes = new ClassFiles();
    this.plain = walker(new ChildFirstLoader(classes, OWN));
    this.transformed = walker(new VerifyingLoader(classes, Patterns.none(), OWN, PLAIN));
    this.crossings = crossings;
  }

  /** What must be: a yield below a foreign frame is refused, every other one is answered. */
  List<String> plainly(long seed) {
    Suspender none = Suspender.passive(Suspender.Kind.NONE);
    Route route = new Route(seed, none, new Crossings());
    return route.ended(end(plain, route));
  }

  /** What Respool makes of it. */
  List<String> asCoroutine(long seed) {
    Suspender own = Suspender.passive(Suspender.Kind.COROUTINE);
    Route route = new Route(seed, own, crossings);
    return route.ended(end(ignored -> driven(route), route));
  }

  /** What the JDK makes of it, where no foreign frame is in the way. */
  List<String> asInternalContinuation(long seed) throws ReflectiveOperationException {
    InternalContinuation continuation = new InternalContinuation();
    Route route = new Route(seed, continuation, new Crossings());
    String[] end = new String[1];
    continuation.run(() -> end[0] = end(plain, route), () -> {});
    return route.ended(end[0]);
  }

  private Object driven(Route route) {
    Coroutine<Object, Object> coroutine = Coroutine.create(transformed);
    Object out = coroutine.resume(route);
    while (!coroutine.isDone()) {
      out = coroutine.resume(route.answered(out));
    }
    return out;
  }

  /** Whatever is thrown is compared: a lost frame may end in any way. */
  private static String end(CoroutineBody<Object, Object> body, Route route) {
    try {
      return "returned " + body.run(route);
    } catch (Throwable e) {
      return "thrown " + e.getClass().getName();
    }
  }

  @SuppressWarnings("unchecked")
  private static CoroutineBody<Object, Object> walker(ClassLoader loader)
      throws ReflectiveOperationException {
    return (CoroutineBody<Object, Object>)
        Class.forName(PACKAGE + "Walker", true, loader).getConstructor().newInstance();
  }
}
