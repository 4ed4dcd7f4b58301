package dev.respool.it.harness;

import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs the test methods of a class as the compiler transforms them: in a verifying loader's own
 * copy of the class, its nested classes and the scenarios. The scenarios of the package {@code
 * plain} stay as javac left them.
 */
public final class TransformedTests implements InvocationInterceptor {
  private static final String SCENARIOS = "dev.respool.it.scenarios.";
  private static final Predicate<String> PLAIN = name -> name.startsWith(SCENARIOS + "plain.");
  private static final Map<Class<?>, VerifyingLoader> LOADERS = new ConcurrentHashMap<>();

  @Override
  public void interceptTestMethod(
      Invocation<Void> original,
      ReflectiveInvocationContext<Method> invocation,
      ExtensionContext context)
      throws Throwable {
    original.skip();
    run(invocation);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> original,
      ReflectiveInvocationContext<Method> invocation,
      ExtensionContext context)
      throws Throwable {
    original.skip();
    run(invocation);
  }

  private static void run(ReflectiveInvocationContext<Method> invocation) throws Throwable {
    Class<?> type = invocation.getTargetClass();
    Class<?> copy =
        LOADERS.computeIfAbsent(type, TransformedTests::loader).loadClass(type.getName());
    Constructor<?> constructor = copy.getDeclaredConstructor();
    constructor.setAccessible(true);
    Method original = invocation.getExecutable();
    Method method = copy.getDeclaredMethod(original.getName(), original.getParameterTypes());
    method.setAccessible(true);
    try {
      method.invoke(constructor.newInstance(), invocation.getArguments().toArray());
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static VerifyingLoader loader(Class<?> type) {
    String name = type.getName();
    Predicate<String> own =
        other -> other.equals(name) || other.startsWith(name + "$") || other.startsWith(SCENARIOS);
    Monitors monitors =
        type.isAnnotationPresent(ReleasesMonitors.class) ? Monitors.RELEASE : Monitors.REFUSE;
    return new VerifyingLoader(new ResourceBytes(), Patterns.none(), own, PLAIN, monitors);
  }
}
