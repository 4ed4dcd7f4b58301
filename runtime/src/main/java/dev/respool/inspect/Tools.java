package dev.respool.inspect;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts the tools that a system property names, once. */
final class Tools {
  static final String PROPERTY = "dev.respool.inspect.tools";

  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private Tools() {}

  static void start() {
    if (!STARTED.get() && STARTED.compareAndSet(false, true)) {
      String names = System.getProperty(PROPERTY, "").strip();
      if (!names.isEmpty()) {
        start(new TreeSet<>(List.of(names.split("\\s*,\\s*"))));
      }
    }
  }

  private static void start(Set<String> names) {
    Set<String> found = new TreeSet<>();
    try {
      for (InspectionTool tool : ServiceLoader.load(InspectionTool.class)) {
        found.add(tool.name());
        if (names.contains(tool.name())) {
          start(tool);
        }
      }
    } catch (ServiceConfigurationError e) {
      logger().log(Level.WARNING, "a tool of the system property " + PROPERTY + " is broken", e);
    }
    names.removeAll(found);
    if (!names.isEmpty()) {
      logger()
          .log(
              Level.WARNING,
              "the system property {0} names {1}, but the class path has only these tools: {2}; add"
                  + " the artifact, such as respool-management",
              PROPERTY,
              names,
              found);
    }
  }

  private static void start(InspectionTool tool) {
    try {
      tool.start();
    } catch (Exception | LinkageError e) {
      logger()
          .log(
              Level.WARNING,
              "the tool " + tool.name() + " of the system property " + PROPERTY + " cannot start",
              e);
    }
  }

  private static Logger logger() {
    return System.getLogger("dev.respool");
  }
}
