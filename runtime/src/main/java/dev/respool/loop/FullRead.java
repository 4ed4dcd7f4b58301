package dev.respool.loop;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Fills a buffer; past what was read too far before, directly from the channel. */
final class FullRead extends MessageRead {
  private final ByteBuffer target;
  private final int start;
  private final Object result;

  FullRead(MessageSource source, ByteBuffer target, Object result) {
    super(source);
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
    return source().channel().read(target);
  }

  @Override
  long arrived() {
    return target.position() - start;
  }

  @Override
  void end() throws IOException {
    throw new EOFException(
        source().name()
            + " ended after "
            + arrived()
            + " of "
            + (target.limit() - start)
            + " bytes");
  }

  @Override
  Object result() {
    return result;
  }
}
