package dev.respool.examples.http;

import dev.respool.Suspendable;
import dev.respool.loop.TcpConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The incoming side of a connection: the heads of messages and the bytes behind them. What has been
 * read too far stays here for the next message, so requests may be pipelined.
 */
final class HttpInput {
  static final int MAX_HEAD = 16 * 1024;

  private final TcpConnection connection;
  private final ByteBuffer buffer = ByteBuffer.allocate(MAX_HEAD).flip();

  HttpInput(TcpConnection connection) {
    this.connection = connection;
  }

  /**
   * Waits for the next message and reads its head.
   *
   * @return empty if the other side ended the connection between two messages
   */
  @Suspendable
  Optional<HttpHead> readHead() throws IOException {
    while (true) {
      skipEmptyLines();
      int end = endOfHead();
      if (end >= 0) {
        return Optional.of(HttpHead.parse(take(end - buffer.position())));
      }
      if (buffer.remaining() == MAX_HEAD) {
        throw new BadMessageException("the head has more than " + MAX_HEAD + " bytes");
      }
      if (!fill()) {
        if (buffer.hasRemaining()) {
          throw new BadMessageException("the connection ended inside a head");
        }
        return Optional.empty();
      }
    }
  }

  /**
   * Waits for bytes of a message's body.
   *
   * @param max how many to return at most
   * @return at least one byte, valid until the next call; empty at the end of the connection
   */
  @Suspendable
  Optional<ByteBuffer> readSome(long max) throws IOException {
    if (!buffer.hasRemaining() && !fill()) {
      return Optional.empty();
    }
    int count = (int) Math.min(max, buffer.remaining());
    ByteBuffer some = buffer.slice(buffer.position(), count);
    buffer.position(buffer.position() + count);
    return Optional.of(some);
  }

  @Suspendable
  private boolean fill() throws IOException {
    buffer.compact();
    int count = connection.read(buffer);
    buffer.flip();
    return count >= 0;
  }

  /** RFC 9112, 2.2: empty lines before a request are ignored. */
  private void skipEmptyLines() {
    int at = buffer.position();
    while (buffer.remaining() >= 2 && buffer.get(at) == '\r' && buffer.get(at + 1) == '\n') {
      at += 2;
      buffer.position(at);
    }
  }

  /** The index behind the empty line that ends the head, or -1. */
  private int endOfHead() throws BadMessageException {
    int start = buffer.position();
    for (int i = start; i < buffer.limit(); i++) {
      if (buffer.get(i) == '\n') {
        if (i == start || buffer.get(i - 1) != '\r') {
          throw new BadMessageException("a line does not end in CR LF");
        }
        if (i >= start + 3 && buffer.get(i - 2) == '\n') {
          return i + 1;
        }
      }
    }
    return -1;
  }

  private String take(int count) {
    byte[] bytes = new byte[count];
    buffer.get(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
