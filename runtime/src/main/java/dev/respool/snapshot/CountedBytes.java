package dev.respool.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Keeps bytes up to a limit, and counts those beyond. */
final class CountedBytes extends OutputStream {
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
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

  long count() {
    return count;
  }

  byte[] toByteArray() {
    return kept.toByteArray();
  }
}
