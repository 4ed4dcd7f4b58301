package dev.respool.loop;

import java.io.IOException;
import java.nio.channels.SelectionKey;

/** Waits until a whole message has come. */
final class MessageWait extends PeerWait {
  private final SocketBytes bytes;
  private final MessageRead read;
  private final boolean tried;

  /** If it has not been tried yet, the message may be in the buffer already. */
  MessageWait(StreamConnection connection, MessageRead read, String method, boolean tried) {
    super(connection, SelectionKey.OP_READ, method);
    this.bytes = connection.bytes();
    this.read = read;
    this.tried = tried;
  }

  @Override
  void arm() throws IOException {
    if (tried || !advance()) {
      super.arm();
    }
  }

  @Override
  boolean attempt() throws IOException {
    bytes.readable();
    return advance();
  }

  private boolean advance() throws IOException {
    long before = read.arrived();
    if (read.advance()) {
      succeed(read.result());
      return true;
    }
    if (read.arrived() > before) {
      progressed();
    }
    return false;
  }
}
