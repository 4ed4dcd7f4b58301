package dev.respool.agent;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows whether the JVM was started for a debugger.
 *
 * <p>Linux has the arguments in a file. Elsewhere, and if some of them are in files of their own,
 * the JVM tells them. Its management interface would take a tenth of a second to load, so they are
 * asked for where that interface gets them, which takes less, but more than to read the file.
 */
final class Debugger {
  private static final String ON_LINUX = "/proc/self/cmdline";
  private static final String INTERNAL = "jdk.internal.misc";

  private Debugger() {}

  /**
   * Whether a debugger can be attached, by {@code -agentlib:jdwp} or the older {@code -Xrunjdwp}.
   */
  static boolean isExpected(Instrumentation jvm) {
    try (InputStream file = new FileInputStream(ON_LINUX)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      List<String> arguments = new ArrayList<>(Arrays.asList(text.split("\0")));
      if (!isAnyInFile(arguments)) {
        arguments.addAll(variable("JAVA_TOOL_OPTIONS"));
        arguments.addAll(variable("JDK_JAVA_OPTIONS"));
        return isAskedFor(arguments);
      }
    } catch (IOException notLinux) {
      // the JVM knows
    }
    return isAskedFor(told(jvm));
  }

  private static List<String> variable(String name) {
    String value = System.getenv(name);
    return value == null ? List.of() : Arrays.asList(value.split("\\s+"));
  }

  private static boolean isAnyInFile(List<String> arguments) {
    for (String argument : arguments) {
      if (argument.startsWith("@") || argument.startsWith("-XX:VMOptionsFile")) {
        return true;
      }
    }
    return false;
  }

  static boolean isAskedFor(List<String> arguments) {
    for (String argument : arguments) {
      if (argument.startsWith("-agentlib:jdwp")
          || argument.startsWith("-Xrunjdwp")
          || argument.startsWith("-agentpath:") && argument.contains("jdwp")) {
        return true;
      }
    }
    return false;
  }

  /** None if it does not tell: then the user has to say {@code debug=true}. */
  static List<String> told(Instrumentation jvm) {
    try {
      jvm.redefineModule(
          Object.class.getModule(),
          Set.of(),
          Map.of(INTERNAL, Set.of(Debugger.class.getModule())),
          Map.of(),
          Set.of(),
          Map.of());
      Class<?> vm = Class.forName(INTERNAL + ".VM");
      return List.of((String[]) vm.getMethod("getRuntimeArguments").invoke(null));
    } catch (ReflectiveOperationException | RuntimeException notTold) {
      return List.of();
    }
  }
}
