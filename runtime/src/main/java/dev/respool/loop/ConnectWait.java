package dev.respool.loop;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;

/** Opens a socket and begins to connect it to a resolved address. */
final class ConnectWait extends Wait {
  private final SocketAddress address;

  ConnectWait(SocketAddress address) {
    this.address = address;
  }

  @Override
  void arm() throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      if (channel.connect(address)) {
        succeed(new TcpConnection(channel));
      } else {
        continueWith(new HandshakeWait(channel, address));
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  void disarm() {}

  @Override
  public String toString() {
    return "TcpConnection.connect to " + address;
  }
}
