package dev.respool.loop;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;

/** Waits for a datagram. */
final class DatagramReceive extends IoWait {
  private final DatagramChannel channel;
  private final ByteBuffer target;

  DatagramReceive(IoPort port, DatagramChannel channel, ByteBuffer target) {
    super(port, SelectionKey.OP_READ);
    this.channel = channel;
    this.target = target;
  }

  @Override
  boolean attempt() throws IOException {
    SocketAddress sender = channel.receive(target);
    if (sender == null) {
      return false;
    }
    succeed(sender);
    return true;
  }

  @Override
  public String toString() {
    return "UdpSocket.receive on " + port();
  }
}
