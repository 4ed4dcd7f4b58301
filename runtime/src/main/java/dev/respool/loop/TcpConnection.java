package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;

/**
 * A TCP connection. Small writes are sent at once (TCP_NODELAY).
 *
 * <p>If a host has several addresses, {@code connect} tries them in turn. Each has a head start of
 * 250 milliseconds before the next one (RFC 8305). The first that answers is taken, and the others
 * are closed.
 */
public final class TcpConnection extends StreamConnection {
  private static final LeafMethod CONNECT =
      LeafMethod.of("connect", "(Ljava/net/SocketAddress;)Ldev/respool/loop/TcpConnection;");
  private static final LeafMethod CONNECT_IN_TIME =
      LeafMethod.of(
          "connect",
          "(Ljava/net/SocketAddress;Ljava/time/Duration;)Ldev/respool/loop/TcpConnection;");
  private static final LeafMethod CONNECT_ANY =
      LeafMethod.of(
          "connect", "(Ljava/util/List;Ljava/time/Duration;)Ldev/respool/loop/TcpConnection;");
  private static final LeafMethod CONNECT_HOST =
      LeafMethod.of("connect", "(Ljava/lang/String;I)Ldev/respool/loop/TcpConnection;");
  private static final LeafMethod CONNECT_HOST_IN_TIME =
      LeafMethod.of(
          "connect", "(Ljava/lang/String;ILjava/time/Duration;)Ldev/respool/loop/TcpConnection;");

  private final InetSocketAddress local;
  private final InetSocketAddress remote;

  /** Takes over a connected channel that is non-blocking. */
  TcpConnection(SocketChannel channel, IoPort port) throws IOException {
    super(channel, port);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    local = (InetSocketAddress) channel.getLocalAddress();
    remote = (InetSocketAddress) channel.getRemoteAddress();
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
    return connect(carrier, CONNECT, address, ConnectDeadline.none());
  }

  /**
   * Connects to a server in limited time.
   *
   * @param address an internet address
   * @param timeout for all of it, the search for the host included
   * @return the connection
   * @throws java.net.SocketTimeoutException if it takes longer
   * @throws IOException as {@link #connect(SocketAddress)}
   */
  @Suspendable
  public static TcpConnection connect(SocketAddress address, Duration timeout) throws IOException {
    Carrier carrier = Suspension.enter();
    return connect(carrier, CONNECT_IN_TIME, address, ConnectDeadline.after(timeout));
  }

  /**
   * Connects to the first of several addresses that answers. They are tried in turn, as those of a
   * host are.
   *
   * @param addresses at least one, resolved
   * @param timeout for all of it
   * @return the connection
   * @throws java.net.SocketTimeoutException if it takes longer
   * @throws IOException what the first address failed with; the other failures are suppressed in it
   */
  @Suspendable
  public static TcpConnection connect(List<InetSocketAddress> addresses, Duration timeout)
      throws IOException {
    Carrier carrier = Suspension.enter();
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("TcpConnection.connect: there is no address");
    }
    Leaf.self("TcpConnection.connect");
    Wait wait = new ConnectWait(addresses, ConnectDeadline.after(timeout));
    return Suspension.suspend(carrier, CONNECT_ANY, wait);
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
    SocketAddress address = InetSocketAddress.createUnresolved(host, port);
    return connect(carrier, CONNECT_HOST, address, ConnectDeadline.none());
  }

  /**
   * Connects to a server by name in limited time.
   *
   * @param host its name or address
   * @param port its port
   * @param timeout for all of it, the search for the host included
   * @return the connection
   * @throws IOException as {@link #connect(SocketAddress, Duration)}
   */
  @Suspendable
  public static TcpConnection connect(String host, int port, Duration timeout) throws IOException {
    Carrier carrier = Suspension.enter();
    SocketAddress address = InetSocketAddress.createUnresolved(host, port);
    return connect(carrier, CONNECT_HOST_IN_TIME, address, ConnectDeadline.after(timeout));
  }

  private static TcpConnection connect(
      Carrier carrier, LeafMethod leaf, SocketAddress address, ConnectDeadline deadline) {
    Leaf.self("TcpConnection.connect");
    Wait wait =
        address instanceof InetSocketAddress internet && internet.isUnresolved()
            ? new ResolveWait(internet, deadline)
            : new ConnectWait(List.of(address), deadline);
    return Suspension.suspend(carrier, leaf, wait);
  }

  @Override
  public InetSocketAddress localAddress() {
    return local;
  }

  @Override
  public InetSocketAddress remoteAddress() {
    return remote;
  }
}
