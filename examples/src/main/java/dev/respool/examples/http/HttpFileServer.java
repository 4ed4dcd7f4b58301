package dev.respool.examples.http;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.ServeOptions;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Serves the files of a directory over HTTP/1.1: GET and HEAD, with connections that are kept
 * alive. Every client has a coroutine of its own.
 *
 * <p>Start it and try {@code curl http://localhost:8080/}, or a browser.
 */
public final class HttpFileServer {
  private static final int DEFAULT_PORT = 8080;
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final StaticFiles files;
  private final PrintStream log;

  /**
   * A server that is not running yet.
   *
   * @param directory what it serves
   * @param log gets a line for each request
   * @throws IOException if there is no such directory
   */
  public HttpFileServer(Path directory, PrintStream log) throws IOException {
    this.files = new StaticFiles(directory);
    this.log = log;
  }

  /**
   * Serves until the process ends, to clients on this machine.
   *
   * @param args the directory, if not the current one, and the port, if not 8080
   * @throws IOException if there is no such directory or the port is in use
   */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args.length > 0 ? args[0] : "");
    int port = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_PORT;
    HttpFileServer server = new HttpFileServer(directory, System.out);
    try (TcpServer socket = listen(port)) {
      System.out.println("http://localhost:" + socket.localAddress().getPort() + "/");
      EventLoop.run(() -> server.serve(socket));
    }
  }

  /**
   * Listens on the loopback interface.
   *
   * @param port 0 for any free one
   * @return the socket
   * @throws IOException if the port is in use
   */
  public static TcpServer listen(int port) throws IOException {
    return TcpServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /**
   * Serves clients until the socket is closed; then those that are connected until they go. If its
   * task is cancelled, it ends at once, and all connections with it.
   *
   * @param socket where they connect to
   * @throws IOException if the socket cannot be waited for
   */
  @Suspendable
  public void serve(TcpServer socket) throws IOException {
    ServeOptions options =
        ServeOptions.defaults()
            .withIdleTimeout(IDLE)
            .withFailureHandler(
                (client, failure) -> log.println(client + " broke: " + failure.getMessage()));
    socket.serve(this::serve, options);
  }

  @Suspendable
  private void serve(TcpConnection client) throws IOException {
    HttpSession session = new HttpSession(client, files, log);
    while (session.serveNext()) {
      // until one side wants to end it
    }
  }
}
