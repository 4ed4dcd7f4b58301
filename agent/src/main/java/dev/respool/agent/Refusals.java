package dev.respool.agent;

import dev.respool.compiler.suspendable.Patterns;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Why classes and methods were not transformed, so that a later {@code NotSuspendableException} can
 * say so.
 *
 * <p>Known by class name: classes of one name from several class loaders share what is known.
 * Thread-safe. The runtime looks {@link #reason} up by its name.
 */
public final class Refusals {
  private static final Map<String, String> REASONS = new ConcurrentHashMap<>();
  private static volatile Patterns excluded = Patterns.none();

  private Refusals() {}

  /**
   * Why a method was not transformed.
   *
   * @param className with dots, for example {@code com.acme.Pump$Valve}
   * @param methodName the method's simple name
   * @return one sentence or more, or null if nothing is known
   */
  public static String reason(String className, String methodName) {
    String ofMethod = REASONS.get(key(className, methodName));
    if (ofMethod != null) {
      return ofMethod;
    }
    if (excluded.matches(className.replace('.', '/'))) {
      return "the agent's option exclude= names its class";
    }
    return REASONS.get(className);
  }

  static void excluding(Patterns patterns) {
    excluded = patterns;
  }

  static void ofClass(String className, String reason) {
    REASONS.put(className, reason);
  }

  static void ofMethod(String className, String methodName, String reason) {
    REASONS.put(key(className, methodName), reason);
  }

  private static String key(String className, String methodName) {
    return className + "#" + methodName;
  }
}
