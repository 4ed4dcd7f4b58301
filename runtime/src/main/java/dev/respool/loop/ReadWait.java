package dev.respool.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** Waits for bytes, or the end, of a connection. */
final class ReadWait extends PeerWait {
  private final SocketChannel channel;
  private final ByteBuffer target;

  ReadWait(StreamConnection connection, ByteBuffer target) {
    super(connection, SelectionKey.OP_READ, "read");
    this.channel = connection.channel();
    this.target = target;
  }

  @Override
  boolean attempt() throws IOException {
    int count = channel.read(target);
    if (count == 0) {
      return false;
    }
    succeedWith(count);
    return true;
  }
}
