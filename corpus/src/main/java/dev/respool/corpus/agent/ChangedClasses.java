package dev.respool.corpus.agent;

import dev.respool.abi.LoadedClass;
import dev.respool.compiler.suspendable.Patterns;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

/**
 * Tells the runtime which of the chosen classes a tool changes after they were loaded. It changes
 * nothing: what {@link YieldEverywhere} has made of a class the JVM remembers.
 */
final class ChangedClasses implements ClassFileTransformer {
  private final Patterns packages;

  ChangedClasses(Patterns packages) {
    this.packages = packages;
  }

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> loaded, ProtectionDomain domain, byte[] bytes) {
    if (loaded != null && name != null && packages.matches(name)) {
      LoadedClass.changes(loaded);
    }
    return null;
  }
}
