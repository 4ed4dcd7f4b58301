package dev.respool.snapshot;

import dev.respool.CloseableDoubleIterator;
import dev.respool.CloseableIntIterator;
import dev.respool.CloseableIterator;
import dev.respool.CloseableLongIterator;
import dev.respool.Coroutine;
import dev.respool.SuspendedFrame;
import dev.respool.abi.Continuation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A suspended coroutine, or a generator between two elements, as a value: its frames and all that
 * they refer to, independent of the one it was taken of. Immutable.
 *
 * <p>Objects are written by Java serialization. The identity of objects is kept within a snapshot,
 * but not between two. Static fields are not part of it.
 */
public final class Snapshot {
  private final Contents contents;
  private final byte[] bytes;
  private final SnapshotPolicy policy;
  private final List<CodeVersion> code; // one may be there several times
  private final boolean trusted;

  private Snapshot(
      Contents contents,
      byte[] bytes,
      SnapshotPolicy policy,
      List<CodeVersion> code,
      boolean trusted) {
    this.contents = contents;
    this.bytes = bytes;
    this.policy = policy;
    this.code = code;
    this.trusted = trusted;
  }

  /**
   * Takes a snapshot of a coroutine, which stays suspended and can be used as before.
   *
   * @param suspended not started, suspended or dead
   * @return its snapshot, of at most 1 MiB
   * @throws IllegalStateException if it is running or normal
   * @throws SnapshotException if it cannot be saved: tells all that is in the way
   */
  public static Snapshot of(Coroutine<?, ?> suspended) {
    return take(suspended, SnapshotPolicy.standard());
  }

  /**
   * Takes a snapshot of a coroutine.
   *
   * @param suspended not started, suspended or dead
   * @param policy says how large the snapshot may be, and by which class loader it is restored;
   *     without one, by that of the saved program
   * @return its snapshot
   * @throws IllegalStateException if it is running or normal
   * @throws SnapshotException if it cannot be saved
   */
  public static Snapshot of(Coroutine<?, ?> suspended, SnapshotPolicy policy) {
    return take(suspended, policy);
  }

  /**
   * Takes a snapshot of a run of a generator.
   *
   * @param run an iterator of {@link dev.respool.Generator}
   * @return its snapshot
   * @throws SnapshotException if it cannot be saved
   */
  public static Snapshot of(CloseableIterator<?> run) {
    return ofRun(run, SnapshotPolicy.standard());
  }

  /**
   * Takes a snapshot of a run of a generator.
   *
   * @param run an iterator of {@link dev.respool.Generator}
   * @param policy as for {@link #of(Coroutine, SnapshotPolicy)}
   * @return its snapshot
   * @throws SnapshotException if it cannot be saved
   */
  public static Snapshot of(CloseableIterator<?> run, SnapshotPolicy policy) {
    return ofRun(run, policy);
  }

  /**
   * Takes a snapshot of a run of a generator.
   *
   * @param run an iterator of {@link dev.respool.IntGenerator}
   * @return its snapshot
   * @throws SnapshotException if it cannot be saved
   */
  public static Snapshot of(CloseableIntIterator run) {
    return ofRun(run, SnapshotPolicy.standard());
  }

  /**
   * Takes a snapshot of a run of a generator.
   *
   * @param run an iterator of {@link dev.respool.IntGenerator}
   * @param policy as for {@link #of(Coroutine, SnapshotPolicy)}
   * @return its snapshot
   * @throws SnapshotException if it cannot be saved
   */
  public static Snapshot of(CloseableIntIterator run, SnapshotPolicy policy) {
    return ofRun(run, policy);
  }

  /**
   * Takes a snapshot of a run of a generator.
   *
   * @param run an iterator of {@link dev.respool.LongGenerator}
   * @return its snapshot
   * @throws SnapshotException if it cannot be saved
   */
  public static Snapshot of(CloseableLongIterator run) {
    return ofRun(run, SnapshotPolicy.standard());
  }

  /**
   * Takes a snapshot of a run of a generator.
   *
   * @param run an iterator of {@link dev.respool.LongGenerator}
   * @param policy as for {@link #of(Coroutine, SnapshotPolicy)}
   * @return its snapshot
   * @throws SnapshotException if it cannot be saved
   */
  public static Snapshot of(CloseableLongIterator run, SnapshotPolicy policy) {
    return ofRun(run, policy);
  }

  /**
   * Takes a snapshot of a run of a generator.
   *
   * @param run an iterator of {@link dev.respool.DoubleGenerator}
   * @return its snapshot
   * @throws SnapshotException if it cannot be saved
   */
  public static Snapshot of(CloseableDoubleIterator run) {
    return ofRun(run, SnapshotPolicy.standard());
  }

  /**
   * Takes a snapshot of a run of a generator.
   *
   * @param run an iterator of {@link dev.respool.DoubleGenerator}
   * @param policy as for {@link #of(Coroutine, SnapshotPolicy)}
   * @return its snapshot
   * @throws SnapshotException if it cannot be saved
   */
  public static Snapshot of(CloseableDoubleIterator run, SnapshotPolicy policy) {
    return ofRun(run, policy);
  }

  private static Snapshot ofRun(Object run, SnapshotPolicy policy) {
    if (run instanceof Continuation continuation) {
      return take(continuation, policy);
    }
    throw new IllegalArgumentException(
        run.getClass().getName() + " is no run of a generator: take what its iterator() returns");
  }

  private static Snapshot take(Continuation continuation, SnapshotPolicy limits) {
    Saver saver = new Saver(limits);
    Contents contents = saver.save(continuation);
    byte[] bytes = Encoder.encode(contents);
    long size = bytes.length - contents.objects().length + saver.size();
    if (size > limits.maxBytes()) {
      throw new SnapshotException(
          "cannot save the " + contents.continuations().get(0).kind(),
          Sizes.tooLarge(size, limits.maxBytes(), contents));
    }
    return new Snapshot(contents, bytes, saver.withLoader(), saver.code(), true);
  }

  /**
   * Reads a snapshot, and checks its form. No class of the program is loaded.
   *
   * @param bytes what {@link #toBytes} has returned
   * @param policy what the snapshot may do
   * @return the same snapshot
   * @throws SnapshotException if the bytes are damaged, or too many, or of a newer format
   */
  public static Snapshot read(byte[] bytes, SnapshotPolicy policy) {
    Sizes.require(bytes.length, policy.maxBytes());
    Contents contents = Decoder.decode(bytes);
    List<CodeVersion> code = new ArrayList<>();
    for (Place at : contents.places()) {
      code.add(new CodeVersion(at.owner(), at.version(), null));
    }
    return new Snapshot(contents, bytes.clone(), policy, code, false);
  }

  /**
   * Reads a snapshot from a stream, and not more than it. The stream stays open.
   *
   * @param in gives what {@link #writeTo} has written
   * @param policy what the snapshot may do
   * @return the same snapshot
   * @throws SnapshotException if the bytes are damaged, or too many, or of a newer format
   * @throws UncheckedIOException if the stream fails
   */
  public static Snapshot read(InputStream in, SnapshotPolicy policy) {
    try {
      byte[] header = in.readNBytes(Encoder.HEADER);
      long length = Encoder.HEADER + (long) Decoder.length(ByteBuffer.wrap(header));
      long all = length + Encoder.CHECKSUM;
      if (length < Encoder.HEADER) {
        throw Decoder.damaged("its length is negative");
      }
      Sizes.require(all, policy.maxBytes());
      byte[] rest = in.readNBytes((int) (all - header.length));
      byte[] bytes = new byte[header.length + rest.length];
      System.arraycopy(header, 0, bytes, 0, header.length);
      System.arraycopy(rest, 0, bytes, header.length, rest.length);
      return read(bytes, policy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The snapshot as bytes, in the format of {@code docs/snapshot-format.md}.
   *
   * @return a copy
   */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /**
   * Writes the bytes.
   *
   * @param out is not closed
   * @throws IOException if it fails
   */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  /**
   * Makes a coroutine that goes on where this one was suspended. It can be called any number of
   * times; each coroutine has objects of its own.
   *
   * @param <I> what it is resumed with; unchecked
   * @param <O> what it yields and returns; unchecked
   * @return a coroutine with the status of the saved one
   * @throws SnapshotException if it cannot be restored: tells all frames that cannot go on; or, if
   *     they can, all classes of objects that the policy does not allow, or the first thing in the
   *     objects that cannot be read; or all values that are of other types than their locals
   * @throws IllegalStateException if it is the snapshot of a generator
   */
  @SuppressWarnings("unchecked")
  public <I, O> Coroutine<I, O> restore() {
    return (Coroutine<I, O>) restore(Kind.COROUTINE);
  }

  /**
   * Makes a run of a generator that gives the elements which were left.
   *
   * @param <T> the element type; unchecked
   * @return an iterator
   * @throws SnapshotException if it cannot be restored
   * @throws IllegalStateException if it is the snapshot of something else
   */
  @SuppressWarnings("unchecked")
  public <T> CloseableIterator<T> restoreIterator() {
    return (CloseableIterator<T>) restore(Kind.GENERATOR);
  }

  /**
   * Does the same for an {@link dev.respool.IntGenerator}.
   *
   * @return an iterator
   * @throws SnapshotException if it cannot be restored
   * @throws IllegalStateException if it is the snapshot of something else
   */
  public CloseableIntIterator restoreIntIterator() {
    return (CloseableIntIterator) restore(Kind.INT);
  }

  /**
   * Does the same for a {@link dev.respool.LongGenerator}.
   *
   * @return an iterator
   * @throws SnapshotException if it cannot be restored
   * @throws IllegalStateException if it is the snapshot of something else
   */
  public CloseableLongIterator restoreLongIterator() {
    return (CloseableLongIterator) restore(Kind.LONG);
  }

  /**
   * Does the same for a {@link dev.respool.DoubleGenerator}.
   *
   * @return an iterator
   * @throws SnapshotException if it cannot be restored
   * @throws IllegalStateException if it is the snapshot of something else
   */
  public CloseableDoubleIterator restoreDoubleIterator() {
    return (CloseableDoubleIterator) restore(Kind.DOUBLE);
  }

  private Continuation restore(Kind wanted) {
    Kind kind = contents.continuations().get(0).kind();
    if (kind != wanted) {
      throw new IllegalStateException("this is the snapshot of a " + kind + ", not a " + wanted);
    }
    return new Restorer(contents, policy, trusted).restore();
  }

  /**
   * Tells what {@link #restore} would do with each frame, under the same policy. The classes that
   * have frames, and those that their locals are declared with, are loaded, but not initialised,
   * and no code of the program runs. Therefore it does not tell whether the objects can be
   * deserialized.
   *
   * @return what becomes of the frames
   */
  public RestorePreview preview() {
    return new Rehearsal(policy).of(contents);
  }

  /**
   * The logical frames, innermost first, with their locals by name. Objects are {@link
   * SavedObject}s, so that their classes need not be there.
   *
   * @return empty if it has not started or is dead
   */
  public List<SuspendedFrame> frames() {
    return Views.frames(contents.continuations().get(0));
  }

  /**
   * How many bytes each local has added to the snapshot. An object that several refer to counts
   * where it was met first.
   *
   * @return by frame and name of the local
   */
  public Map<String, Long> sizes() {
    return Sizes.of(contents);
  }

  /**
   * The versions of the classes that have frames.
   *
   * @return each version of each class once
   */
  public Set<CodeVersion> code() {
    return Set.copyOf(code);
  }

  /** What a log needs: where it waits, and with what. */
  @Override
  public String toString() {
    return Views.text(contents, bytes.length);
  }
}
