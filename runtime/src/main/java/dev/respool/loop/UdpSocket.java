package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SelectionKey;

/**
 * A UDP socket. One task at a time may receive from it, and one send; they must be of one loop. Any
 * thread may close it.
 */
public final class UdpSocket implements AutoCloseable {
  private static final LeafMethod RECEIVE =
      LeafMethod.of("receive", "(Ljava/nio/ByteBuffer;)Ljava/net/SocketAddress;");
  private static final LeafMethod SEND_TO =
      LeafMethod.of("send", "(Ljava/nio/ByteBuffer;Ljava/net/SocketAddress;)V");
  private static final LeafMethod SEND = LeafMethod.of("send", "(Ljava/nio/ByteBuffer;)V");

  private final DatagramChannel channel;
  private final IoPort port;
  private final InetSocketAddress address;

  private UdpSocket(DatagramChannel channel) throws IOException {
    this.channel = channel;
    this.address = (InetSocketAddress) channel.getLocalAddress();
    this.port = new IoPort(channel, "the UDP socket on " + address);
  }

  /**
   * Opens a socket. Any code may call this, inside a loop or not.
   *
   * @param address where it receives; port 0 means any free one
   * @return the socket
   * @throws IOException if the address is in use or not this machine's
   */
  public static UdpSocket bind(SocketAddress address) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.configureBlocking(false);
      channel.bind(address);
      return new UdpSocket(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Restricts the socket to one peer: it receives from there only, and {@link #send(ByteBuffer)}
   * sends there. Nothing is sent now.
   *
   * @param peer its address
   * @throws IOException if the socket is closed
   */
  public void connect(SocketAddress peer) throws IOException {
    channel.connect(peer);
  }

  /**
   * Waits for a datagram.
   *
   * @param target filled from its position on. The rest of a datagram that does not fit is lost.
   * @return the sender's address
   * @throws java.nio.channels.ClosedChannelException if this is closed, also while it waits
   * @throws java.net.PortUnreachableException if this is connected and the peer's machine has
   *     answered that nobody receives there
   * @throws IOException for any other fault
   */
  @Suspendable
  public SocketAddress receive(ByteBuffer target) throws IOException {
    Carrier carrier = Suspension.enter();
    TaskState self = Leaf.self("UdpSocket.receive");
    port.claim(self, SelectionKey.OP_READ);
    SocketAddress sender = self.mayGoOn(Cost.TAKE) ? channel.receive(target) : null;
    return sender != null
        ? sender
        : Suspension.suspend(carrier, RECEIVE, new DatagramReceive(port, channel, target));
  }

  /**
   * Sends one datagram; waits while the system has no room for it. Nobody tells whether it arrives.
   *
   * @param source its contents, from the position to the limit
   * @param target where to
   * @throws IllegalArgumentException if it is empty and this is connected, which Java cannot do
   * @throws java.nio.channels.ClosedChannelException if this is closed, also while it waits
   * @throws IOException for any other fault; a datagram that is too large is one
   */
  @Suspendable
  public void send(ByteBuffer source, SocketAddress target) throws IOException {
    Carrier carrier = Suspension.enter();
    send(carrier, SEND_TO, new DatagramSend(port, channel, source, target));
  }

  /**
   * Sends one datagram to the peer that this is connected to.
   *
   * @param source its contents, from the position to the limit
   * @throws NotYetConnectedException if this is not connected
   * @throws IOException as {@link #send(ByteBuffer, SocketAddress)}
   */
  @Suspendable
  public void send(ByteBuffer source) throws IOException {
    Carrier carrier = Suspension.enter();
    SocketAddress peer = channel.getRemoteAddress();
    if (peer == null) {
      throw new NotYetConnectedException();
    }
    send(carrier, SEND, new DatagramSend(port, channel, source, peer));
  }

  private void send(Carrier carrier, LeafMethod leaf, DatagramSend datagram) throws IOException {
    TaskState self = Leaf.self("UdpSocket.send");
    if (datagram.isEmpty() && channel.isConnected()) {
      throw new IllegalArgumentException(
          "Java sends no empty datagram through a connected socket: send it through another one");
    }
    port.claim(self, SelectionKey.OP_WRITE);
    if (!self.mayGoOn(Cost.TAKE) || !datagram.isSent()) {
      Suspension.suspend(carrier, leaf, datagram);
    }
  }

  /**
   * Sets an option of the socket.
   *
   * @param option of {@link java.net.StandardSocketOptions}
   * @param value its value
   * @param <T> its type
   * @throws IOException if the socket is closed
   */
  public <T> void setOption(SocketOption<T> option, T value) throws IOException {
    channel.setOption(option, value);
  }

  /**
   * Where it receives.
   *
   * @return the address, with the real port; also after {@link #close}
   */
  public InetSocketAddress localAddress() {
    return address;
  }

  /** Closes the socket; tasks that wait for it get an exception. */
  @Override
  public void close() throws IOException {
    port.close();
  }

  @Override
  public String toString() {
    return port.toString();
  }
}
