package dev.respool.loop;

import java.nio.ByteBuffer;

/** How far a file has been sent to a connection, part by part. */
final class Transfer {
  private static final int PART = 64 * 1024;

  private final AsyncFile file;
  private final StreamConnection target;
  private final long start;
  private final long end;
  private final ByteBuffer buffer;
  private long position;

  Transfer(AsyncFile file, long start, long count, StreamConnection target) {
    this.file = file;
    this.target = target;
    this.start = start;
    this.end = start + Math.min(count, Long.MAX_VALUE - start);
    this.position = start;
    this.buffer = ByteBuffer.allocate((int) Math.min(PART, count));
  }

  AsyncFile file() {
    return file;
  }

  StreamConnection target() {
    return target;
  }

  long position() {
    return position;
  }

  /** The buffer, to be read into. */
  ByteBuffer nextPart() {
    return buffer.clear().limit((int) Math.min(buffer.capacity(), end - position));
  }

  /** The buffer, to be written. */
  ByteBuffer part() {
    return buffer.flip();
  }

  /** Counts the part; whether there is more to send. */
  boolean partIsWritten() {
    position += buffer.limit();
    return position < end;
  }

  long transferred() {
    return position - start;
  }

  @Override
  public String toString() {
    return "AsyncFile.transferTo of " + file + " to " + target;
  }
}
