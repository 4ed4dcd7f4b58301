package dev.respool.loop;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** Waits for a connection to a resolved address; opens the socket when it begins. */
final class ConnectWait extends Wait {
  private final SocketAddress address;
  private SocketChannel channel;
  private Handshake handshake;

  ConnectWait(SocketAddress address) {
    this.address = address;
  }

  @Override
  void arm() throws IOException {
    channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      if (channel.connect(address)) {
        connected();
      } else {
        awaitHandshake();
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void awaitHandshake() {
    TaskState waiter = task();
    handshake = new Handshake(new IoPort(channel, "the connection to " + address));
    continueWith(handshake);
    assert handshake.isOver() || handshake.task() == waiter;
  }

  private void connected() throws IOException {
    succeed(new TcpConnection(channel));
  }

  @Override
  void disarm() {}

  @Override
  public String toString() {
    return "TcpConnection.connect to " + address;
  }
}
