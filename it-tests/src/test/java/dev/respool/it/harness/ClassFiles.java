package dev.respool.it.harness;

import dev.respool.compiler.suspendable.ClassBytes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Class files made while the tests run, in front of those of the class path. */
public final class ClassFiles implements ClassBytes {
  private final Map<String, byte[]> made = new TreeMap<>();
  private final ClassBytes others = new ResourceBytes();

  /** Adds one; {@code internalName} has slashes. */
  public ClassFiles add(String internalName, byte[] classFile) {
    made.put(internalName, classFile);
    return this;
  }

  /** Adds all, keyed by internal name. */
  public ClassFiles addAll(Map<String, byte[]> classFiles) {
    made.putAll(classFiles);
    return this;
  }

  /** Those made, each changed. */
  public ClassFiles changed(UnaryOperator<byte[]> change) {
    ClassFiles changed = new ClassFiles();
    made.forEach((name, classFile) -> changed.add(name, change.apply(classFile)));
    return changed;
  }

  @Override
  public Optional<byte[]> find(String internalName) {
    byte[] found = made.get(internalName);
    return found != null ? Optional.of(found) : others.find(internalName);
  }
}
