package dev.respool.snapshot;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a snapshot may do when it is read and restored. Immutable; each method gives a changed copy.
 *
 * <p>Without more, a snapshot has at most 1 MiB, and its frames may hold primitive values, strings,
 * the JDK's value types, collections and exceptions, and Respool's coroutines and generators. You
 * have to allow classes of your own.
 */
public final class SnapshotPolicy {
  private static final long DEFAULT_MAX_BYTES = 1 << 20;

  private static final SnapshotPolicy STANDARD = allowing();

  private final ClassLoader loader; // null for the context class loader
  private final long maxBytes;
  private final ClassPatterns allowed;
  private final Function<String, byte[]> code; // null if old code is not at hand
  private final boolean moves;
  private final Surroundings surroundings;

  private SnapshotPolicy(
      ClassLoader loader,
      long maxBytes,
      ClassPatterns allowed,
      Function<String, byte[]> code,
      boolean moves,
      Surroundings surroundings) {
    this.loader = loader;
    this.maxBytes = maxBytes;
    this.allowed = allowed;
    this.code = code;
    this.moves = moves;
    this.surroundings = surroundings;
  }

  /**
   * Allows classes of the program.
   *
   * @param patterns such as {@code com.acme.**} with all packages below, {@code com.acme.*}, {@code
   *     com.acme.Order}, {@code com.acme.Order$*}
   * @return a policy with the default size, the context class loader and no old code
   */
  public static SnapshotPolicy allowing(String... patterns) {
    ClassPatterns allowed = ClassPatterns.of(patterns);
    return new SnapshotPolicy(null, DEFAULT_MAX_BYTES, allowed, null, true, Surroundings.none());
  }

  /**
   * Allows the JDK's values and collections only.
   *
   * @return the same as {@code allowing()}
   */
  public static SnapshotPolicy standard() {
    return STANDARD;
  }

  /**
   * Allows more classes.
   *
   * @param patterns as for {@link #allowing}
   * @return a policy that allows these too
   */
  public SnapshotPolicy alsoAllowing(String... patterns) {
    ClassPatterns all = allowed.and(ClassPatterns.of(patterns));
    return new SnapshotPolicy(loader, maxBytes, all, code, moves, surroundings);
  }

  /**
   * Chooses where classes are found.
   *
   * @param classes the loader of the program
   * @return a policy with that loader
   */
  public SnapshotPolicy withClassLoader(ClassLoader classes) {
    return new SnapshotPolicy(classes, maxBytes, allowed, code, moves, surroundings);
  }

  /**
   * Chooses how large a snapshot may be.
   *
   * @param most of all bytes together
   * @return a policy with that limit
   */
  public SnapshotPolicy withMaxBytes(long most) {
    return new SnapshotPolicy(loader, most, allowed, code, moves, surroundings);
  }

  /**
   * Gives the class files of earlier versions, so that a frame which cannot move into the present
   * code continues in the code that it was saved of.
   *
   * @param bytesByHash from {@link CodeVersion#hash()} to {@link CodeVersion#bytes()}; null for an
   *     unknown one
   * @return a policy with that code
   */
  public SnapshotPolicy withCode(Function<String, byte[]> bytesByHash) {
    return new SnapshotPolicy(loader, maxBytes, allowed, bytesByHash, moves, surroundings);
  }

  /**
   * Forbids to continue a frame in code of another version, even if its method makes the same
   * suspendable calls with the same locals.
   *
   * @return a policy under which such a frame is pinned, or fails
   */
  public SnapshotPolicy withoutMoves() {
    return new SnapshotPolicy(loader, maxBytes, allowed, code, false, surroundings);
  }

  /**
   * Leaves objects out of snapshots that belong to the process, such as a service or the library of
   * an interpreter. Saving writes their names. Restoring puts in what has the name in its own
   * process, and needs no permission for it. Whoever writes the bytes chooses among all of them.
   *
   * @param byName objects that are recognised by identity; one may have several names
   * @return a policy with these external objects, too
   * @throws IllegalArgumentException if a name has another object already, or an object is a value
   *     such as a string, or replaces itself when it is written
   */
  public SnapshotPolicy withExternals(Map<String, ?> byName) {
    return new SnapshotPolicy(loader, maxBytes, allowed, code, moves, surroundings.with(byName));
  }

  /**
   * Does something with each restored object of a type. It is done when all objects have been read
   * and checked, and before their coroutine exists: a place to compute again what depends on the
   * process, such as the places of objects in a hash table that goes by identity.
   *
   * @param <T> the type
   * @param type of the objects, with its subtypes
   * @param action is given each of them; what it throws is an obstacle
   * @return a policy that does so, too
   */
  public <T> SnapshotPolicy onRestore(Class<T> type, Consumer<? super T> action) {
    Surroundings more = surroundings.with(new RestoreAction<T>(type, action));
    return new SnapshotPolicy(loader, maxBytes, allowed, code, moves, more);
  }

  /** Whether it does not take that of the context. */
  boolean choosesLoader() {
    return loader != null;
  }

  ClassLoader loader() {
    if (loader != null) {
      return loader;
    }
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? ClassLoader.getSystemClassLoader() : context;
  }

  long maxBytes() {
    return maxBytes;
  }

  ClassPatterns allowed() {
    return allowed;
  }

  boolean moves() {
    return moves;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** Null if there is none. */
  byte[] code(String hash) {
    return code == null ? null : code.apply(hash);
  }
}
