package dev.respool.loop;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;

/** Waits until the system has room for a datagram. */
final class DatagramSend extends IoWait {
  private final DatagramChannel channel;
  private final ByteBuffer source;
  private final SocketAddress target; // null: the peer that the channel is connected to

  DatagramSend(IoPort port, DatagramChannel channel, ByteBuffer source, SocketAddress target) {
    super(port, SelectionKey.OP_WRITE);
    this.channel = channel;
    this.source = source;
    this.target = target;
  }

  /** Sends if there is room. An empty datagram leaves no trace, so it counts as sent. */
  boolean isSent() throws IOException {
    boolean empty = !source.hasRemaining();
    int count = target == null ? channel.write(source) : channel.send(source, target);
    return count > 0 || empty;
  }

  @Override
  boolean attempt() throws IOException {
    if (!isSent()) {
      return false;
    }
    succeed(null);
    return true;
  }

  @Override
  public String toString() {
    return "UdpSocket.send on " + port();
  }
}
