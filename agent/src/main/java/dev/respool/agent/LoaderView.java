package dev.respool.agent;

import dev.respool.compiler.Compiler;
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
  private final CachedCompiler cached;
  private final Map<String, byte[]> defined = new ConcurrentHashMap<>();
  private final Set<String> transformed = ConcurrentHashMap.newKeySet();

  private LoaderView(Resources resources, boolean seesRuntime, Settings settings) {
    this.resources = resources;
    this.seesRuntime = seesRuntime;
    this.compiler = settings.compiler(this);
    this.cached =
        settings.cache == null ? null : new CachedCompiler(compiler, settings.cache, this);
  }

  /** What the compiler of a view is given, and the cache of its results, null if there is none. */
  private record Settings(Compiler.Options options, ClassCache cache) {
    Compiler compiler(ClassBytes classes) {
      return cache == null
          ? new Compiler(classes, options)
          : new Compiler(classes, options, new Digests());
    }
  }

  /**
   * Asks the loader for the runtime and for every jar's patterns.
   *
   * @param loader null for the boot loader
   * @param caches null if there are none
   */
  static LoaderView of(
      ClassLoader loader, AgentOptions options, ClassCaches caches, Report report) {
    Resources resources = Resources.of(loader);
    boolean seesRuntime = resources.has(RUNTIME);
    Patterns all =
        seesRuntime
            ? options.suspendable().and(SuspendablesFiles.read(resources, report))
            : options.suspendable();
    ClassCache cache = caches == null ? null : caches.of(all);
    Compiler.Options chosen =
        new Compiler.Options(all, options.monitors(), options.saveable(), options.debuggable());
    return new LoaderView(resources, seesRuntime, new Settings(chosen, cache));
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
  Outcome compile(byte[] classFile) {
    Outcome outcome =
        cached == null ? Outcome.of(compiler.compile(classFile)) : cached.compile(classFile);
    String internalName = outcome.className().replace('.', '/');
    if (outcome.mayHaveSuspendable() && !resources.has(internalName + ".class")) {
      defined.put(internalName, classFile);
    }
    return outcome;
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
