package dev.respool.agent;

import dev.respool.compiler.Compilation;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.ClassHierarchy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A compiler that asks the cache first. Classes that a glance shows to stay as they are it leaves
 * to the compiler: that is faster.
 *
 * <p>A class that was found keeps its digest, as it keeps its facts in the compiler; one that was
 * not found is asked for again.
 */
final class CachedCompiler implements Function<String, String> {
  private final Compiler compiler;
  private final ClassCache cache;
  private final ClassBytes classes;
  private final Digests digests = new Digests();
  private final Map<String, String> known = new ConcurrentHashMap<>();

  CachedCompiler(Compiler compiler, ClassCache cache, ClassBytes classes) {
    this.compiler = compiler;
    this.cache = cache;
    this.classes = classes;
  }

  Outcome compile(byte[] classFile) {
    if (compiler.leavesAlone(classFile)) {
      return Outcome.of(compiler.compile(classFile));
    }
    String digest = digests.apply(classFile);
    Outcome found = cache.find(digest, this);
    return found == null ? compileAndKeep(classFile, digest) : found;
  }

  private Outcome compileAndKeep(byte[] classFile, String digest) {
    Compilation compilation = compiler.compile(classFile);
    Outcome outcome = Outcome.of(compilation);
    cache.keep(digest, new CacheEntry(outcome, compilation.asked()));
    return outcome;
  }

  /** The digest of a class as it is now. */
  @Override
  public String apply(String internalName) {
    String digest = known.get(internalName);
    if (digest != null) {
      return digest;
    }
    Optional<byte[]> classFile = classes.find(internalName);
    if (classFile.isEmpty()) {
      return ClassHierarchy.NOT_FOUND;
    }
    String computed = digests.apply(classFile.get());
    known.put(internalName, computed);
    return computed;
  }
}
