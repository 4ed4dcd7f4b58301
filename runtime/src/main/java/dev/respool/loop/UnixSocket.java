package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;

/** A connection between processes of one machine, over a Unix domain socket. */
public final class UnixSocket extends StreamConnection {
  private static final LeafMethod CONNECT =
      LeafMethod.of("connect", "(Ljava/nio/file/Path;)Ldev/respool/loop/UnixSocket;");

  private final SocketAddress local;
  private final SocketAddress remote;

  /** Takes over a connected channel that is non-blocking. */
  UnixSocket(SocketChannel channel, IoPort port) throws IOException {
    super(channel, port);
    local = channel.getLocalAddress();
    remote = channel.getRemoteAddress();
  }

  /**
   * Connects to a server.
   *
   * @param path where it listens
   * @return the connection
   * @throws IOException if nobody listens there
   */
  @Suspendable
  public static UnixSocket connect(Path path) throws IOException {
    Carrier carrier = Suspension.enter();
    Leaf.self("UnixSocket.connect");
    SocketAddress address = UnixDomainSocketAddress.of(path);
    Wait wait = new ConnectWait(List.of(address), ConnectDeadline.none());
    return Suspension.suspend(carrier, CONNECT, wait);
  }

  @Override
  public SocketAddress localAddress() {
    return local;
  }

  @Override
  public SocketAddress remoteAddress() {
    return remote;
  }
}
