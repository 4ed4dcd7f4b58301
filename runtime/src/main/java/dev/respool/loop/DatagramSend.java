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
  private final SocketAddress target;

  DatagramSend(IoPort port, DatagramChannel channel, ByteBuffer source, SocketAddress target) {
    super(port, SelectionKey.OP_WRITE);
    this.channel = channel;
    this.source = source;
    this.target = target;
  }

  boolean isEmpty() {
    return !source.hasRemaining();
  }

  /** Sends if there is room. An empty datagram leaves no trace, so it counts as sent. */
  boolean isSent() throws IOException {
    boolean empty = isEmpty();
    return channel.send(source, target) > 0 || empty;
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
