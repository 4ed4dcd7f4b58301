package dev.respool.loop;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Waits for a client. */
final class AcceptWait extends IoWait {
  private final ServerSocketChannel channel;

  AcceptWait(IoPort port, ServerSocketChannel channel) {
    super(port, SelectionKey.OP_ACCEPT);
    this.channel = channel;
  }

  @Override
  boolean attempt() throws IOException {
    SocketChannel client = channel.accept();
    if (client == null) {
      return false;
    }
    succeed(new TcpConnection(client));
    return true;
  }

  @Override
  public String toString() {
    return "TcpServer.accept on " + port();
  }
}
