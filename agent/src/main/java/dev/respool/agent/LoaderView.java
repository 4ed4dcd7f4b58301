package dev.respool.agent;

import dev.respool.compiler.Compilation;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one class loader sees: the bytes of classes, the patterns of its jars, and a compiler over
 * them.
 *
 * <p>Class bytes are read as resources; no class is ever loaded. A class that its loader hands out
 * as no resource (it was made in memory) is known, if it can have suspendable methods, from the
 * moment when it is defined, and its bytes are kept as long as the loader lives, because a later
 * retransformation must come to the same result. Holds the loader weakly. No lock is held while a
 * loader is asked.
 */
final class LoaderView implements ClassBytes {
  private static final String RUNTIME = "dev/respool/abi/Carrier.class";

  private final Resources resources;
  private final boolean seesRuntime;
  private final Compiler compiler;
  private final Map<String, byte[]> defined = new ConcurrentHashMap<>();
  private final Set<String> transformed = ConcurrentHashMap.newKeySet();

  private LoaderView(
      Resources resources,
      boolean seesRuntime,
      Patterns patterns,
      Monitors monitors,
      Patterns saveable) {
    this.resources = resources;
    this.seesRuntime = seesRuntime;
    this.compiler = new Compiler(this, patterns, monitors, saveable);
  }

  /**
   * Asks the loader for the runtime and for every jar's patterns.
   *
   * @param loader null for the boot loader
   */
  static LoaderView of(
      ClassLoader loader,
      Patterns suspendable,
      Patterns saveable,
      Monitors monitors,
      Report report) {
    Resources resources = Resources.of(loader);
    boolean seesRuntime = resources.has(RUNTIME);
    Patterns all =
        seesRuntime ? suspendable.and(SuspendablesFiles.read(resources, report)) : suspendable;
    return new LoaderView(resources, seesRuntime, all, monitors, saveable);
  }

  /** Without the runtime nothing can suspend, and a transformed class would not link. */
  boolean seesRuntime() {
    return seesRuntime;
  }

  /**
   * Compiles a class that is being defined; keeps its bytes if they are to be had here only and
   * somebody may ask for them. To ask the loader for a resource takes longer than to see that a
   * class has nothing that can suspend.
   */
  Compilation compile(byte[] classFile) {
    Compilation compilation = compiler.compile(classFile);
    String internalName = compilation.className().replace('.', '/');
    if (compilation.mayHaveSuspendable() && !resources.has(internalName + ".class")) {
      defined.put(internalName, classFile);
    }
    return compilation;
  }

  @Override
  public Optional<byte[]> find(String internalName) {
    byte[] known = defined.get(internalName);
    return known == null ? read(internalName) : Optional.of(known);
  }

  private Optional<byte[]> read(String internalName) {
    try (InputStream in = resources.open(internalName + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the class file of " + internalName, failure);
    }
  }

  void markTransformed(String className) {
    transformed.add(className);
  }

  /** Whether the members that the compiler adds to this class are in it since it was defined. */
  boolean hasTransformed(String className) {
    return transformed.contains(className);
  }
}
