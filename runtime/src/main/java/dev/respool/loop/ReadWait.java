package dev.respool.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/** Waits for bytes, or the end, of a connection. */
final class ReadWait extends PeerWait {
  private final SocketBytes bytes;
  private final ByteBuffer target;

  ReadWait(StreamConnection connection, ByteBuffer target) {
    super(connection, SelectionKey.OP_READ, "read");
    this.bytes = connection.bytes();
    this.target = target;
  }

  @Override
  boolean attempt() throws IOException {
    bytes.readable();
    int count = bytes.read(target);
    if (count == 0) {
      return false;
    }
    succeedWith(count);
    return true;
  }
}
