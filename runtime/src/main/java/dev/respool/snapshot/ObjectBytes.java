package dev.respool.snapshot;

import java.io.IOException;
import java.io.ObjectStreamConstants;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The objects of a snapshot as bytes. A stream is not made before the first object is written: it
 * costs more than some frames, and frames of primitive values need none.
 */
final class ObjectBytes {
  /** All that a stream without objects has. */
  private static final byte[] EMPTY =
      ByteBuffer.allocate(2 * Short.BYTES)
          .putShort(ObjectStreamConstants.STREAM_MAGIC)
          .putShort(ObjectStreamConstants.STREAM_VERSION)
          .array();

  private final long limit;
  private final ObjectWriter.Listener listener;
  private final Externals externals;
  private CountedBytes bytes; // null as long as there is no object
  private ObjectWriter objects;

  /** Keeps no more bytes than the limit. */
  ObjectBytes(long limit, ObjectWriter.Listener listener, Externals externals) {
    this.limit = limit;
    this.listener = listener;
    this.externals = externals;
  }

  /** Whether bytes that were read have nothing but the header of a stream. */
  static boolean isEmpty(byte[] bytes) {
    return Arrays.equals(bytes, EMPTY);
  }

  /** Writes one object; how many bytes it has added. */
  long write(Object object) throws IOException {
    if (objects == null) {
      bytes = new CountedBytes(limit);
      objects = new ObjectWriter(bytes, listener, externals);
    }
    return objects.write(object);
  }

  /** Goes on with a stream that nobody keeps, because this one has ended amid an object. */
  void giveUp() {
    try {
      objects = new ObjectWriter(new CountedBytes(0), listener, externals);
    } catch (IOException e) {
      throw new AssertionError("nothing is written to a file", e);
    }
  }

  /** How many bytes there are; more than those that were kept if there were too many. */
  long size() {
    return bytes == null ? EMPTY.length : bytes.count();
  }

  byte[] toByteArray() {
    return bytes == null ? EMPTY.clone() : bytes.toByteArray();
  }
}
