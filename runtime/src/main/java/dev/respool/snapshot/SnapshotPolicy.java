package dev.respool.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  private final ClassLoader loader; // null for the context class loader
  private final long maxBytes;
  private final List<String> allowed;
  private final Function<String, byte[]> code; // null if old code is not at hand
  private final boolean moves;

  private SnapshotPolicy(
      ClassLoader loader,
      long maxBytes,
      List<String> allowed,
      Function<String, byte[]> code,
      boolean moves) {
    this.loader = loader;
    this.maxBytes = maxBytes;
    this.allowed = allowed;
    this.code = code;
    this.moves = moves;
  }

  /**
   * Allows classes of the program.
   *
   * @param patterns such as {@code com.acme.**} with all packages below, {@code com.acme.*}, {@code
   *     com.acme.Order}, {@code com.acme.Order$*}
   * @return a policy with the default size, the context class loader and no old code
   */
  public static SnapshotPolicy allowing(String... patterns) {
    List<String> allowed = List.of(patterns);
    allowed.forEach(pattern -> Objects.requireNonNull(AllowList.compiled(pattern)));
    return new SnapshotPolicy(null, DEFAULT_MAX_BYTES, allowed, null, true);
  }

  /**
   * Allows the JDK's values and collections only.
   *
   * @return the same as {@code allowing()}
   */
  public static SnapshotPolicy standard() {
    return allowing();
  }

  /**
   * Allows more classes.
   *
   * @param patterns as for {@link #allowing}
   * @return a policy that allows these too
   */
  public SnapshotPolicy alsoAllowing(String... patterns) {
    List<String> all = new ArrayList<>(allowed);
    all.addAll(allowing(patterns).allowed);
    return new SnapshotPolicy(loader, maxBytes, List.copyOf(all), code, moves);
  }

  /**
   * Chooses where classes are found.
   *
   * @param classes the loader of the program
   * @return a policy with that loader
   */
  public SnapshotPolicy withClassLoader(ClassLoader classes) {
    return new SnapshotPolicy(classes, maxBytes, allowed, code, moves);
  }

  /**
   * Chooses how large a snapshot may be.
   *
   * @param most of all bytes together
   * @return a policy with that limit
   */
  public SnapshotPolicy withMaxBytes(long most) {
    return new SnapshotPolicy(loader, most, allowed, code, moves);
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
    return new SnapshotPolicy(loader, maxBytes, allowed, bytesByHash, moves);
  }

  /**
   * Forbids to continue a frame in code of another version, even if its method makes the same
   * suspendable calls with the same locals.
   *
   * @return a policy under which such a frame is pinned, or fails
   */
  public SnapshotPolicy withoutMoves() {
    return new SnapshotPolicy(loader, maxBytes, allowed, code, false);
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

  List<String> allowed() {
    return allowed;
  }

  boolean moves() {
    return moves;
  }

  /** Null if there is none. */
  byte[] code(String hash) {
    return code == null ? null : code.apply(hash);
  }
}
