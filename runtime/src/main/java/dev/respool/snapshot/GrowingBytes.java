package dev.respool.snapshot;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that one thread writes one after the other, big end first; there is room for all. */
final class GrowingBytes {
  private static final int FIRST_CAPACITY = 512;

  private ByteBuffer bytes = ByteBuffer.allocate(FIRST_CAPACITY);

  int size() {
    return bytes.position();
  }

  void writeByte(int value) {
    room(Byte.BYTES).put((byte) value);
  }

  void writeBoolean(boolean value) {
    writeByte(value ? 1 : 0);
  }

  void writeShort(int value) {
    room(Short.BYTES).putShort((short) value);
  }

  void writeInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void writeLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  void write(byte[] values) {
    room(values.length).put(values);
  }

  /** Replaces what was written before. */
  void setInt(int index, int value) {
    bytes.putInt(index, value);
  }

  private ByteBuffer room(int count) {
    if (bytes.remaining() < count) {
      int capacity = Math.max(2 * bytes.capacity(), Math.addExact(size(), count));
      bytes = ByteBuffer.allocate(capacity).put(bytes.flip());
    }
    return bytes;
  }

  /** What has been written; to be read only, and only before more is written. */
  byte[] array() {
    return bytes.array();
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes.array(), size());
  }
}
