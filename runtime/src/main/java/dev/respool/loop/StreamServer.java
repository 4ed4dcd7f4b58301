package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Objects;

/**
 * A listening socket. It belongs to the loop whose task waits on it. Any thread may close it.
 *
 * <p>Most servers call {@link #serve}. If you want to decide yourself what becomes of each
 * connection, call {@link #accept}.
 *
 * @param <C> what it accepts
 */
public abstract sealed class StreamServer<C extends StreamConnection> implements AutoCloseable
    permits TcpServer, UnixServer {
  /** How many clients may wait to be accepted, unless the system allows fewer. */
  static final int BACKLOG = 4096;

  private static final LeafMethod ACCEPT =
      LeafMethod.of("accept", "()Ldev/respool/loop/StreamConnection;");
  private static final LeafMethod SERVE =
      LeafMethod.of(
          "serve", "(Ldev/respool/loop/ConnectionHandler;)Ldev/respool/loop/ServeReport;");
  private static final LeafMethod SERVE_WITH_OPTIONS =
      LeafMethod.of(
          "serve",
          "(Ldev/respool/loop/ConnectionHandler;Ldev/respool/loop/ServeOptions;)"
              + "Ldev/respool/loop/ServeReport;");

  private final ServerSocketChannel channel;
  private final IoPort port;
  private volatile ServeWait serving; // null unless serve waits

  /** Takes over a bound channel. */
  StreamServer(ServerSocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    this.channel = channel;
    this.port = new IoPort(channel, "the server on " + channel.getLocalAddress());
  }

  /** A connection on a channel that has been accepted and is non-blocking. */
  abstract C connection(SocketChannel accepted) throws IOException;

  /** Accepts a client that waits; null if there is none. */
  final SocketChannel nextClient() throws IOException {
    return channel.accept();
  }

  /** Makes a connection of what has been accepted; closes it if that fails. */
  final C take(SocketChannel client) throws IOException {
    try {
      client.configureBlocking(false);
      return connection(client);
    } catch (IOException | RuntimeException e) {
      client.close();
      throw e;
    }
  }

  final IoPort port() {
    return port;
  }

  final void serving(ServeWait wait) {
    serving = wait;
  }

  /**
   * Waits for a client.
   *
   * <p>Each connection takes a file descriptor. If the process has none left, this throws an {@link
   * IOException} with the system's message, on Linux "Too many open files". The server stays open,
   * and the client stays in the system's backlog. A further call fails in the same way until a
   * descriptor is free. {@link #serve} deals with that by itself.
   *
   * @return the connection to it
   * @throws java.nio.channels.ClosedChannelException if the server is closed, also while this waits
   * @throws IOException if the system cannot open another socket; the server can still be used
   */
  @Suspendable
  public final C accept() throws IOException {
    Carrier carrier = Suspension.enter();
    TaskState self = claim("accept");
    SocketChannel client = self.mayGoOn(Cost.TAKE) ? nextClient() : null;
    return client != null
        ? take(client)
        : Suspension.suspend(carrier, ACCEPT, new AcceptWait(this));
  }

  /**
   * Serves clients with the default options.
   *
   * @param handler talks to one client
   * @return as {@link #serve(ConnectionHandler, ServeOptions)}
   * @throws IOException as {@link #serve(ConnectionHandler, ServeOptions)}
   */
  @Suspendable
  public final ServeReport serve(ConnectionHandler<? super C> handler) throws IOException {
    return serve(Suspension.enter(), SERVE, handler, ServeOptions.defaults());
  }

  /**
   * Serves clients until the server is closed or the calling task is cancelled. Each connection is
   * handled in a task of its own, a child of the calling task, and is closed when that task has
   * ended.
   *
   * <ul>
   *   <li>If a handler fails, its connection is closed and the failure goes to the options' failure
   *       handler. The server goes on.
   *   <li>At the limit of connections, further clients wait in the system's backlog.
   *   <li>If the system cannot open another socket, because the process has too many open files,
   *       the server logs a warning. It accepts again when a connection has ended, or after a short
   *       pause.
   *   <li>When the server is closed, the handlers may go on for the grace period. Then their tasks
   *       are cancelled. See also {@link #shutdown}.
   *   <li>If the calling task is cancelled, the handlers' tasks are cancelled at once.
   * </ul>
   *
   * <p>When this returns or throws, all handlers have ended.
   *
   * @param handler talks to one client
   * @param options limits and what to do with failures
   * @return what happened, after the server was closed
   * @throws java.nio.channels.ClosedChannelException if the server is closed already
   * @throws IOException if the loop cannot wait for the socket
   */
  @Suspendable
  public final ServeReport serve(ConnectionHandler<? super C> handler, ServeOptions options)
      throws IOException {
    return serve(Suspension.enter(), SERVE_WITH_OPTIONS, handler, options);
  }

  private ServeReport serve(
      Carrier carrier,
      LeafMethod leaf,
      ConnectionHandler<? super C> handler,
      ServeOptions options) {
    Objects.requireNonNull(handler, "serve: the handler is null");
    Objects.requireNonNull(options, "serve: the options are null");
    claim("serve");
    return Suspension.suspend(carrier, leaf, new ServeWait(this, handler, options));
  }

  private TaskState claim(String method) {
    TaskState self = Leaf.self(getClass().getSimpleName() + "." + method);
    port.claim(self, SelectionKey.OP_ACCEPT);
    return self;
  }

  /**
   * Closes the server after the clients who wait in the backlog have been accepted, so that nobody
   * who has connected is turned away. {@link #serve} handles them and returns. Without {@code
   * serve} this is {@link #close}. Any thread may call it; it does not wait.
   *
   * @throws IOException if the socket cannot be closed
   */
  public final void shutdown() throws IOException {
    ServeWait current = serving;
    if (current == null) {
      close();
    } else {
      current.shutdown();
    }
  }

  /**
   * Where it listens.
   *
   * @return the address; also after {@link #close}
   */
  public abstract SocketAddress localAddress();

  /**
   * Stops listening. A task that waits in {@link #accept} gets an exception; {@link #serve} lets
   * its handlers end. The system turns away clients who wait in the backlog.
   */
  @Override
  public void close() throws IOException {
    port.close();
  }

  @Override
  public final String toString() {
    return port.toString();
  }
}
