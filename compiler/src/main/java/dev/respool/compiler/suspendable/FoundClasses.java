package dev.respool.compiler.suspendable;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The facts of the classes that one {@link ClassBytes} has found, kept for all compilations as long
 * as there is memory for them.
 *
 * <p>A class that was found is taken to stay as it was then: an instrumented class gives the same
 * answers as before, and a loaded class cannot get the methods by which it would suspend. What was
 * not found is asked for again, because it may be defined later. Thread-safe; no lock is held while
 * the source is asked, so two threads may read one class, and come to equal facts.
 */
public final class FoundClasses {
  private final ClassBytes bytes;
  private final Function<byte[], ClassFacts> reader;
  private final Function<byte[], String> digest;
  private volatile SoftReference<Map<String, Found>> kept = new SoftReference<>(null);

  /**
   * Reads from a source of classes.
   *
   * @param bytes finds class files
   * @param reader reads one
   * @param digest what tells the bytes of one from those of another, for whoever keeps results
   */
  public FoundClasses(
      ClassBytes bytes, Function<byte[], ClassFacts> reader, Function<byte[], String> digest) {
    this.bytes = bytes;
    this.reader = reader;
    this.digest = digest;
  }

  /**
   * A class that was found.
   *
   * @param facts null for one that no JVM could load; it is read again the next time
   * @param digest of the bytes that the facts are from
   */
  record Found(ClassFacts facts, String digest) {}

  /** Null if there is no such class. */
  Found find(String name) {
    Map<String, Found> known = known();
    Found found = known.get(name);
    if (found == null) {
      byte[] classFile = bytes.find(name).orElse(null);
      found = classFile == null ? null : read(classFile);
      if (found != null && found.facts() != null) {
        known.put(name, found);
      }
    }
    return found;
  }

  private Found read(byte[] classFile) {
    String read = digest.apply(classFile);
    try {
      return new Found(reader.apply(classFile), read);
    } catch (RuntimeException e) {
      return new Found(null, read);
    }
  }

  /** Of two threads that find it gone, one may lose what it reads now; it is read again then. */
  private Map<String, Found> known() {
    Map<String, Found> known = kept.get();
    if (known == null) {
      known = new ConcurrentHashMap<>();
      kept = new SoftReference<>(known);
    }
    return known;
  }
}
