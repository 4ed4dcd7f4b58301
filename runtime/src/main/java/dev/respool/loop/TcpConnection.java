package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * A TCP connection. One task at a time may read from it, and one write to it; they must be of one
 * loop. Any thread may close it. Small writes are sent at once (TCP_NODELAY).
 *
 * <p>What the other side or the network does comes as an {@link IOException} out of the call that
 * meets it.
 */
public final class TcpConnection implements AutoCloseable {
  private static final LeafMethod CONNECT =
      LeafMethod.of("connect", "(Ljava/net/SocketAddress;)Ldev/respool/loop/TcpConnection;");
  private static final LeafMethod CONNECT_HOST =
      LeafMethod.of("connect", "(Ljava/lang/String;I)Ldev/respool/loop/TcpConnection;");
  private static final LeafMethod READ = LeafMethod.of("read", "(Ljava/nio/ByteBuffer;)I");
  private static final LeafMethod READ_ARRAY = LeafMethod.of("read", "([B)I");
  private static final LeafMethod WRITE = LeafMethod.of("write", "(Ljava/nio/ByteBuffer;)V");
  private static final LeafMethod WRITE_ARRAY = LeafMethod.of("write", "([B)V");

  private final SocketChannel channel;
  private final IoPort port;
  private final InetSocketAddress local;
  private final InetSocketAddress remote;

  /** Takes over a connected channel; closes it if it cannot. */
  TcpConnection(SocketChannel channel) throws IOException {
    this(channel, new IoPort(channel, "the connection from " + channel.getRemoteAddress()));
  }

  /** Takes over a connected channel that has a port already. */
  TcpConnection(SocketChannel channel, IoPort port) throws IOException {
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      this.channel = channel;
      this.port = port;
      this.local = (InetSocketAddress) channel.getLocalAddress();
      this.remote = (InetSocketAddress) channel.getRemoteAddress();
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Connects to a server. If the address is unresolved, its host is looked up first, on another
   * thread.
   *
   * @param address an internet address
   * @return the connection
   * @throws java.net.UnknownHostException if there is no such host
   * @throws java.net.ConnectException if nobody listens there
   * @throws IOException for any other fault
   */
  @Suspendable
  public static TcpConnection connect(SocketAddress address) throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("TcpConnection.connect");
    return Suspension.suspend(carrier, CONNECT, connecting(address));
  }

  /**
   * Connects to a server by name.
   *
   * @param host its name or address
   * @param port its port
   * @return the connection
   * @throws IOException as {@link #connect(SocketAddress)}
   */
  @Suspendable
  public static TcpConnection connect(String host, int port) throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("TcpConnection.connect");
    Wait wait = connecting(InetSocketAddress.createUnresolved(host, port));
    return Suspension.suspend(carrier, CONNECT_HOST, wait);
  }

  private static Wait connecting(SocketAddress address) {
    return address instanceof InetSocketAddress internet && internet.isUnresolved()
        ? new ResolveWait(internet)
        : new ConnectWait(address);
  }

  /**
   * Waits for bytes and reads as many as there are.
   *
   * @param target filled from its position on, which moves
   * @return how many bytes were read, at least 1; 0 if the target has no room; -1 if the other side
   *     has ended its output
   * @throws java.nio.channels.ClosedChannelException if this is closed, also while it waits
   * @throws IOException if the connection is broken
   */
  @Suspendable
  public int read(ByteBuffer target) throws IOException {
    return read(Suspension.enter(), READ, target);
  }

  /**
   * Waits for bytes and reads as many as there are.
   *
   * @param target filled from its beginning
   * @return as for {@link #read(ByteBuffer)}
   * @throws IOException as for {@link #read(ByteBuffer)}
   */
  @Suspendable
  public int read(byte[] target) throws IOException {
    return read(Suspension.enter(), READ_ARRAY, ByteBuffer.wrap(target));
  }

  private int read(Carrier carrier, LeafMethod leaf, ByteBuffer target) throws IOException {
    TaskState self = Leaf.self("TcpConnection.read");
    port.claim(self, SelectionKey.OP_READ);
    int count = self.mayGoOn() ? channel.read(target) : 0;
    if (count == 0 && target.hasRemaining()) {
      Suspension.suspend(carrier, leaf, new ReadWait(port, channel, target));
    }
    return count;
  }

  /**
   * Writes everything, and waits while the other side does not take it.
   *
   * @param source written from its position to its limit; if this throws, the position shows how
   *     much was written
   * @throws java.nio.channels.ClosedChannelException if this is closed, also while it waits
   * @throws IOException if the connection is broken
   */
  @Suspendable
  public void write(ByteBuffer source) throws IOException {
    write(Suspension.enter(), WRITE, source);
  }

  /**
   * Writes everything; waits while the other side does not take it.
   *
   * @param source the bytes
   * @throws IOException as for {@link #write(ByteBuffer)}
   */
  @Suspendable
  public void write(byte[] source) throws IOException {
    write(Suspension.enter(), WRITE_ARRAY, ByteBuffer.wrap(source));
  }

  private void write(Carrier carrier, LeafMethod leaf, ByteBuffer source) throws IOException {
    TaskState self = Leaf.self("TcpConnection.write");
    port.claim(self, SelectionKey.OP_WRITE);
    if (self.mayGoOn()) {
      channel.write(source);
    }
    if (source.hasRemaining()) {
      Suspension.suspend(carrier, leaf, new WriteWait(port, channel, source));
    }
  }

  /**
   * Ends the output. The other side reads an end of the stream. You can still read.
   *
   * @throws IOException if the connection is closed or broken
   */
  public void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  /**
   * This side's address.
   *
   * @return the address; also after {@link #close}
   */
  public InetSocketAddress localAddress() {
    return local;
  }

  /**
   * The other side's address.
   *
   * @return the address; also after {@link #close}
   */
  public InetSocketAddress remoteAddress() {
    return remote;
  }

  /**
   * Whether this side is open. It says nothing about the other side.
   *
   * @return true until {@link #close} is called
   */
  public boolean isOpen() {
    return channel.isOpen();
  }

  /** Closes the connection; tasks that wait for it get an exception. */
  @Override
  public void close() throws IOException {
    port.close();
  }

  @Override
  public String toString() {
    return port.toString();
  }
}
