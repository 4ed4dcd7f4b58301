package dev.respool.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Keeps bytes up to a limit, and counts those beyond. */
final class CountedBytes extends OutputStream {
  private static final class Kept extends ByteArrayOutputStream {
    boolean repeats(int position, int length) {
      for (int i = position; i <= count - length; i++) {
        if (Arrays.equals(buf, i, i + length, buf, position - length, position)) {
          return true;
        }
      }
      return false;
    }
  }

  private final Kept kept = new Kept();
  private final long limit;
  private long count;

  CountedBytes(long limit) {
    this.limit = limit;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    count += length;
    if (count <= limit) {
      kept.write(bytes, offset, length);
    }
  }

  /** Whether the bytes before a position stand behind it again; false if they were not kept. */
  boolean repeats(long position, int length) {
    return position <= kept.size() && count <= limit && kept.repeats((int) position, length);
  }

  long count() {
    return count;
  }

  byte[] toByteArray() {
    return kept.toByteArray();
  }
}
