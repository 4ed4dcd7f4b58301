package dev.respool.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/** Waits until a connection has taken all bytes. */
class WriteWait extends PeerWait {
  private final SocketBytes bytes;
  private final ByteBuffer[] sources;

  WriteWait(StreamConnection connection, ByteBuffer... sources) {
    super(connection, SelectionKey.OP_WRITE, "write");
    this.bytes = connection.bytes();
    this.sources = sources;
  }

  @Override
  final boolean attempt() throws IOException {
    long count = bytes.write(sources);
    if (hasRemaining(sources)) {
      if (count > 0) {
        progressed();
      }
      return false;
    }
    written();
    return true;
  }

  /** Everything is written. */
  void written() {
    succeed(null);
  }

  static boolean hasRemaining(ByteBuffer... sources) {
    for (ByteBuffer source : sources) {
      if (source.hasRemaining()) {
        return true;
      }
    }
    return false;
  }
}
