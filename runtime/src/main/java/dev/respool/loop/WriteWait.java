package dev.respool.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** Waits until a connection has taken all bytes. */
final class WriteWait extends IoWait {
  private final SocketChannel channel;
  private final ByteBuffer source;

  WriteWait(IoPort port, SocketChannel channel, ByteBuffer source) {
    super(port, SelectionKey.OP_WRITE);
    this.channel = channel;
    this.source = source;
  }

  @Override
  boolean attempt() throws IOException {
    channel.write(source);
    if (source.hasRemaining()) {
      return false;
    }
    succeed(null);
    return true;
  }

  @Override
  public String toString() {
    return "TcpConnection.write on " + port();
  }
}
