package dev.respool.compiler.suspendable;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
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
  private volatile SoftReference<Map<String, ClassFacts>> kept = new SoftReference<>(null);

  /**
   * Reads from a source of classes.
   *
   * @param bytes finds class files
   * @param reader reads one
   */
  public FoundClasses(ClassBytes bytes, Function<byte[], ClassFacts> reader) {
    this.bytes = bytes;
    this.reader = reader;
  }

  /** Empty if there is no such class, or none that a JVM could load. */
  Optional<ClassFacts> find(String name) {
    Map<String, ClassFacts> known = known();
    ClassFacts facts = known.get(name);
    if (facts != null) {
      return Optional.of(facts);
    }
    byte[] classFile = bytes.find(name).orElse(null);
    Optional<ClassFacts> found = classFile == null ? Optional.empty() : read(classFile);
    if (found.isPresent()) {
      known.put(name, found.get());
    }
    return found;
  }

  private Optional<ClassFacts> read(byte[] classFile) {
    try {
      return Optional.of(reader.apply(classFile));
    } catch (RuntimeException e) {
      return Optional.empty(); // no JVM could load it either: as if it were not found
    }
  }

  /** Of two threads that find it gone, one may lose what it reads now; it is read again then. */
  private Map<String, ClassFacts> known() {
    Map<String, ClassFacts> known = kept.get();
    if (known == null) {
      known = new ConcurrentHashMap<>();
      kept = new SoftReference<>(known);
    }
    return known;
  }
}
