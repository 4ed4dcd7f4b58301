package dev.respool.agent;

import dev.respool.compiler.suspendable.Patterns;
import dev.respool.compiler.suspendable.RuntimePackages;

/**
 * Which classes the agent looks at: all but those of the JDK, of Respool itself, and those that the
 * user excluded.
 *
 * <p>Asked for every class that the JVM loads, also while it starts: so no lambdas and no string
 * concatenation here, which would load classes of their own.
 */
final class Scope {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Patterns exclude;

  Scope(Patterns exclude) {
    this.exclude = exclude;
  }

  /**
   * @param loader null for the boot loader
   * @param internalName null if the class's definer did not say
   */
  boolean covers(Module module, ClassLoader loader, String internalName) {
    if (isJdk(module, loader)) {
      return false;
    }
    return internalName == null || covers(internalName);
  }

  /** Whether a class of this name, wherever it comes from, is one that the agent looks at. */
  boolean covers(String internalName) {
    return !internalName.startsWith("java/")
        && !internalName.startsWith("jdk/internal/")
        && !internalName.startsWith("dev/respool/agent/")
        && !internalName.startsWith("dev/respool/compiler/")
        && !RuntimePackages.contain(internalName)
        && !exclude.matches(internalName);
  }

  /** Classes appended to the boot class path are not the JDK's: they are in no named module. */
  static boolean isJdk(Module module, ClassLoader loader) {
    if (!module.isNamed()) {
      return false;
    }
    if (loader == null || loader == PLATFORM) {
      return true;
    }
    String name = module.getName();
    return name.startsWith("java.") || name.startsWith("jdk.");
  }
}
