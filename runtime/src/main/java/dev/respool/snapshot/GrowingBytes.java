package dev.respool.snapshot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that one thread writes one after the other, big end first; there is room for all. */
final class GrowingBytes {
  private static final int FIRST_CAPACITY = 512;

  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.BIG_ENDIAN);
  }

  int size() {
    return size;
  }

  void writeByte(int value) {
    int at = room(Byte.BYTES);
    bytes[at] = (byte) value;
  }

  void writeBoolean(boolean value) {
    writeByte(value ? 1 : 0);
  }

  void writeShort(int value) {
    int at = room(Short.BYTES);
    SHORTS.set(bytes, at, (short) value);
  }

  void writeInt(int value) {
    int at = room(Integer.BYTES);
    INTS.set(bytes, at, value);
  }

  void writeLong(long value) {
    int at = room(Long.BYTES);
    LONGS.set(bytes, at, value);
  }

  void write(byte[] values) {
    int at = room(values.length);
    System.arraycopy(values, 0, bytes, at, values.length);
  }

  /** Replaces what was written before. */
  void setInt(int index, int value) {
    INTS.set(bytes, index, value);
  }

  /** Where the next bytes go. */
  private int room(int count) {
    int at = size;
    if (bytes.length - at < count) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(at, count)));
    }
    size = at + count;
    return at;
  }

  /** What has been written; to be read only, and only before more is written. */
  byte[] array() {
    return bytes;
  }

  /** A copy of it. */
  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }
}
