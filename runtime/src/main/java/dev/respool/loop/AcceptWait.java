package dev.respool.loop;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** Waits for a client. */
final class AcceptWait extends IoWait {
  private final StreamServer<?> server;

  AcceptWait(StreamServer<?> server) {
    super(server.port(), SelectionKey.OP_ACCEPT);
    this.server = server;
  }

  @Override
  boolean attempt() throws IOException {
    SocketChannel client = server.nextClient();
    if (client == null) {
      return false;
    }
    succeed(server.take(client));
    return true;
  }

  @Override
  public String toString() {
    return server.getClass().getSimpleName() + ".accept on " + port();
  }
}
