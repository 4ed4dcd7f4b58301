package dev.respool.compiler.suspendable;

import java.util.Set;

/** The packages of the runtime itself, whose suspending methods are written by hand. */
public final class RuntimePackages {
  private static final String ROOT = "dev/respool/";
  private static final Set<String> ALL =
      Set.of(
          ROOT,
          "dev/respool/loop/",
          "dev/respool/snapshot/",
          "dev/respool/abi/",
          "dev/respool/jfr/");

  private RuntimePackages() {}

  /**
   * Whether a class stands in one of them.
   *
   * @param internalName such as {@code dev/respool/Coroutine}
   * @return true if so
   */
  public static boolean contain(String internalName) {
    return internalName.startsWith(ROOT)
        && ALL.contains(internalName.substring(0, internalName.lastIndexOf('/') + 1));
  }
}
