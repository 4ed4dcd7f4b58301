package dev.respool.snapshot;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InaccessibleObjectException;
import java.util.AbstractMap;
import java.util.Map;

/**
 * Serializes what frames hold. Objects that the JDK cannot write are replaced: coroutines by their
 * numbers, entries of hash maps by copies, lambdas with a hash of what they do. So are objects that
 * are known by names on both sides: external ones, and constants of classes that were made
 * serializable. What cannot be replaced is told and left out, so that one run finds all obstacles.
 */
final class ObjectWriter extends ObjectOutputStream {
  /** Who knows the coroutines and collects the obstacles. */
  interface Listener {
    /** What to write in place of a coroutine; null if it is an obstacle. */
    Object reference(Object continuation);

    /** An object that cannot be written. */
    void refused(Object object, Refusal refusal);

    /** Finds a class of the program. */
    Class<?> find(String name) throws ClassNotFoundException;
  }

  /** {@code TC_REFERENCE} and the number of the object. */
  private static final int REFERENCE = 5;

  private final CountedBytes bytes;
  private final Listener listener;
  private final Externals externals;
  private final Constants constants = new Constants();
  private SerializedLambda wrapped; // written next, within what it was wrapped into

  ObjectWriter(CountedBytes bytes, Listener listener, Externals externals) throws IOException {
    super(bytes);
    this.bytes = bytes;
    this.listener = listener;
    this.externals = externals;
    enableReplaceObject(true);
    flush();
  }

  /** Writes one object; how many bytes it has added. */
  long write(Object object) throws IOException {
    long before = bytes.count();
    writeObject(object);
    flush();
    return bytes.count() - before;
  }

  /** How many bytes there are, all that was written included. */
  long position() throws IOException {
    flush();
    return bytes.count();
  }

  /**
   * Whether a reference that ends at a position stands behind it, too: five bytes, which other
   * bytes are equal to by chance once in a million snapshots of a mebibyte.
   */
  boolean hasReferenceAgain(long position) throws IOException {
    flush();
    return bytes.repeats(position, REFERENCE);
  }

  /** What is being written cannot be written. */
  void refuse(Refusal refusal) {
    listener.refused(null, refusal);
  }

  @Override
  protected Object replaceObject(Object object) throws IOException {
    if (object instanceof SerializedLambda lambda && lambda != wrapped) {
      wrapped = lambda;
      return SavedLambda.of(lambda, maker(lambda));
    }
    ExternalReference external = externals.reference(object);
    if (external != null) {
      return external;
    }
    if (Refusal.isContinuation(object)) {
      return listener.reference(object);
    }
    if (object instanceof Map.Entry<?, ?> entry && !(object instanceof Serializable)) {
      return copy(entry);
    }
    return constantOrItself(object);
  }

  /** Comes here for {@code Class} objects only; the proxies themselves have been refused. */
  @Override
  protected void annotateProxyClass(Class<?> type) {
    listener.refused(type, Refusal.ofProxyClass());
  }

  private Object constantOrItself(Object object) {
    try {
      ConstantReference constant = constants.of(object);
      return constant != null ? constant : acceptable(object, Refusal.of(object));
    } catch (InaccessibleObjectException e) {
      return acceptable(object, Refusal.notOpen(object.getClass()));
    }
  }

  private Object acceptable(Object object, Refusal refusal) {
    if (refusal == null) {
      return object;
    }
    listener.refused(object, refusal);
    return null;
  }

  private Class<?> maker(SerializedLambda lambda) throws InvalidClassException {
    String name = lambda.getCapturingClass().replace('/', '.');
    try {
      return listener.find(name);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new InvalidClassException(name, "the class that makes the lambda is not found: " + e);
    }
  }

  /** An entry of a map of the JDK; those of others are their own business. */
  private Object copy(Map.Entry<?, ?> entry) {
    if (entry.getClass().getClassLoader() != null) {
      listener.refused(entry, Refusal.notSerializable(entry));
      return null;
    }
    return new AbstractMap.SimpleEntry<>(entry);
  }
}
