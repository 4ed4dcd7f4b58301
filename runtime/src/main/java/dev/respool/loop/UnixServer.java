package dev.respool.loop;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A listening Unix domain socket. Its file is deleted when the server is closed. */
public final class UnixServer extends StreamServer<UnixSocket> {
  private final UnixDomainSocketAddress address;

  private UnixServer(ServerSocketChannel channel) throws IOException {
    super(channel);
    this.address = (UnixDomainSocketAddress) channel.getLocalAddress();
  }

  /**
   * Listens at a path. Any code may call this, inside a loop or not.
   *
   * @param path where the system creates a file; there must be none. Its permissions decide who may
   *     connect. It may have about 100 bytes.
   * @return the server; clients can connect from now on
   * @throws IOException if there is such a file, or none can be created
   */
  public static UnixServer bind(Path path) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(path), BACKLOG);
      return new UnixServer(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  UnixSocket connection(SocketChannel accepted) throws IOException {
    return new UnixSocket(accepted, new IoPort(accepted, "a connection to " + address));
  }

  @Override
  public UnixDomainSocketAddress localAddress() {
    return address;
  }

  @Override
  public void close() throws IOException {
    boolean wasOpen = port().channel().isOpen();
    super.close();
    if (wasOpen) {
      Files.deleteIfExists(address.getPath());
    }
  }
}
