package dev.respool.loop;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Fills a buffer; past what was read too far before, directly from the channel. */
final class FullRead extends MessageRead {
  private final ByteBuffer target;
  private final int start;
  private final Object result;

  FullRead(StreamConnection connection, ByteBuffer target, Object result) {
    super(connection);
    this.target = target;
    this.start = target.position();
    this.result = result;
  }

  @Override
  boolean take() {
    input().drainTo(target);
    return !target.hasRemaining();
  }

  @Override
  int readSome() throws IOException {
    return connection().channel().read(target);
  }

  @Override
  long arrived() {
    return target.position() - start;
  }

  @Override
  void end() throws IOException {
    throw new EOFException(
        connection() + " ended after " + arrived() + " of " + (target.limit() - start) + " bytes");
  }

  @Override
  Object result() {
    return result;
  }
}
