package dev.respool.it.harness;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the targets: the top-level classes of their package that have a {@code public static Object
 * run()}.
 */
public final class Targets {
  public static final String PACKAGE = "dev.respool.it.targets";
  static final String PROBE = PACKAGE + ".Probe";

  private Targets() {}

  /** The dotted names of all targets, in order. */
  public static List<String> all() throws IOException, URISyntaxException {
    return all(PACKAGE);
  }

  /** Those of a package below, or of the package itself. */
  public static List<String> all(String packageName) throws IOException, URISyntaxException {
    Path root = Path.of(Targets.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(root.resolve(packageName.replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class") && !file.contains("$"))
          .map(file -> packageName + "." + file.substring(0, file.length() - ".class".length()))
          .filter(Targets::runs)
          .sorted()
          .toList();
    }
  }

  private static boolean runs(String name) {
    try {
      Class<?> type = Class.forName(name, false, Targets.class.getClassLoader());
      return Stream.of(type.getDeclaredMethods()).anyMatch(Targets::isEntrance);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name + " has a class file and cannot be loaded", e);
    }
  }

  private static boolean isEntrance(Method method) {
    return method.getName().equals("run")
        && method.getParameterCount() == 0
        && method.getReturnType() == Object.class
        && Modifier.isStatic(method.getModifiers());
  }
}
