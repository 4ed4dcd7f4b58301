package dev.respool.agent;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;

/**
 * Knows whether the JVM was started for a debugger.
 *
 * <p>The JVM tells its arguments, with those from files and environment variables, through its
 * management interface only, and to load that takes a tenth of a second. So they are asked for
 * where that interface gets them.
 */
final class Debugger {
  private static final String ARGUMENTS = "jdk.internal.misc";

  private Debugger() {}

  /**
   * Whether a debugger can be attached, by {@code -agentlib:jdwp} or the older {@code -Xrunjdwp}.
   */
  static boolean isExpected(Instrumentation jvm) {
    for (String argument : arguments(jvm)) {
      if (argument.startsWith("-agentlib:jdwp")
          || argument.startsWith("-Xrunjdwp")
          || argument.startsWith("-agentpath:") && argument.contains("jdwp")) {
        return true;
      }
    }
    return false;
  }

  /** None in a JVM that does not tell: then the user has to say {@code debug=true}. */
  private static String[] arguments(Instrumentation jvm) {
    try {
      jvm.redefineModule(
          Object.class.getModule(),
          Set.of(),
          Map.of(ARGUMENTS, Set.of(Debugger.class.getModule())),
          Map.of(),
          Set.of(),
          Map.of());
      Class<?> vm = Class.forName(ARGUMENTS + ".VM");
      return (String[]) vm.getMethod("getRuntimeArguments").invoke(null);
    } catch (ReflectiveOperationException | RuntimeException notTold) {
      return new String[0];
    }
  }
}
