package dev.respool.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** Waits until the other side has accepted or refused; owns the socket until then. */
final class HandshakeWait extends IoWait {
  private final SocketChannel channel;
  private final SocketAddress address;

  HandshakeWait(SocketChannel channel, SocketAddress address) {
    super(new IoPort(channel, "the connection to " + address), SelectionKey.OP_CONNECT);
    this.channel = channel;
    this.address = address;
  }

  @Override
  void arm() throws IOException {
    try {
      super.arm();
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  boolean attempt() throws IOException {
    try {
      if (!channel.finishConnect()) {
        return false;
      }
      succeed(new TcpConnection(channel, port()));
      return true;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  void disarm() {
    super.disarm();
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the socket of a cancelled connect", e);
    }
  }

  @Override
  public String toString() {
    return "TcpConnection.connect to " + address;
  }
}
