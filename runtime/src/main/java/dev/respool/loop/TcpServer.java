package dev.respool.loop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** A listening TCP socket. */
public final class TcpServer extends StreamServer<TcpConnection> {
  private final InetSocketAddress address;

  private TcpServer(ServerSocketChannel channel) throws IOException {
    super(channel);
    this.address = (InetSocketAddress) channel.getLocalAddress();
  }

  /**
   * Listens at an address. Up to 4096 clients may wait to be accepted, if the system allows it. On
   * Linux the limit is {@code net.core.somaxconn}. Any code may call this, inside a loop or not.
   *
   * @param address an internet address; port 0 means any free one
   * @return the server; clients can connect from now on
   * @throws IOException if the address is in use or not this machine's
   */
  public static TcpServer bind(SocketAddress address) throws IOException {
    return bind(address, BACKLOG);
  }

  /**
   * Listens at an address.
   *
   * @param address as for {@link #bind(SocketAddress)}
   * @param backlog how many clients may wait to be accepted; the system may allow fewer
   * @return the server; clients can connect from now on
   * @throws IOException if the address is in use or not this machine's
   */
  public static TcpServer bind(SocketAddress address, int backlog) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.bind(address, backlog);
      return new TcpServer(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Listens at a port of all addresses of this machine.
   *
   * @param port 0 means any free one
   * @return the server
   * @throws IOException if the port is in use
   */
  public static TcpServer bind(int port) throws IOException {
    return bind(new InetSocketAddress(port));
  }

  @Override
  TcpConnection connection(SocketChannel accepted) throws IOException {
    String name = "the connection from " + accepted.getRemoteAddress();
    return new TcpConnection(accepted, new IoPort(accepted, name));
  }

  /** Where it listens, with the real port. */
  @Override
  public InetSocketAddress localAddress() {
    return address;
  }
}
