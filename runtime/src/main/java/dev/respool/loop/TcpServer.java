package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * A listening TCP socket. It belongs to the loop whose task waits on it. Any thread may close it.
 */
public final class TcpServer implements AutoCloseable {
  private static final LeafMethod ACCEPT =
      LeafMethod.of("accept", "()Ldev/respool/loop/TcpConnection;");

  private final ServerSocketChannel channel;
  private final IoPort port;
  private final InetSocketAddress address;

  private TcpServer(ServerSocketChannel channel) throws IOException {
    this.channel = channel;
    this.address = (InetSocketAddress) channel.getLocalAddress();
    this.port = new IoPort(channel, "the server on " + address);
  }

  /**
   * Listens at an address. Any code may call it, inside a loop or not.
   *
   * @param address an internet address; port 0 means any free one
   * @return the server; it accepts from now on, as far as the system's backlog reaches
   * @throws IOException if the address is in use or not this machine's
   */
  public static TcpServer bind(SocketAddress address) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.configureBlocking(false);
      channel.bind(address);
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

  /**
   * Waits for a client.
   *
   * <p>Each connection takes a file descriptor. If the process has none left, this throws an {@link
   * IOException} with the system's message, on Linux "Too many open files". The server stays open,
   * and the client stays in the system's backlog. A further call fails in the same way until a
   * descriptor is free. So catch the exception, let the other tasks run for a while, and try again:
   *
   * <pre>{@code
   * while (true) {
   *   try {
   *     TcpConnection client = server.accept();
   *     Tasks.async(() -> serve(client));
   *   } catch (ClosedChannelException e) {
   *     return;
   *   } catch (IOException e) {
   *     Tasks.sleep(Duration.ofMillis(100)); // connections may be closed meanwhile
   *   }
   * }
   * }</pre>
   *
   * <p>A JVM without free descriptors may fail to load classes, too. To keep that from happening,
   * acquire a permit of a {@link Semaphore} before each accept and release it when the connection
   * is closed, or raise the limit ({@code ulimit -n}).
   *
   * @return the connection to it
   * @throws java.nio.channels.ClosedChannelException if the server is closed, also while this waits
   * @throws IOException if the system cannot open another socket; the server can still be used
   */
  @Suspendable
  public TcpConnection accept() throws IOException {
    Carrier carrier = Suspension.enter();
    TaskState self = Leaf.self("TcpServer.accept");
    port.claim(self, SelectionKey.OP_ACCEPT);
    SocketChannel client = channel.accept();
    return client != null
        ? new TcpConnection(client)
        : Suspension.suspend(carrier, ACCEPT, new AcceptWait(port, channel));
  }

  /**
   * Where it listens.
   *
   * @return the address, with the real port; also after {@link #close}
   */
  public InetSocketAddress localAddress() {
    return address;
  }

  /** Stops listening; a task that waits in {@link #accept} gets an exception. */
  @Override
  public void close() throws IOException {
    port.close();
  }

  @Override
  public String toString() {
    return port.toString();
  }
}
