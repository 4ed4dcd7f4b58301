package dev.respool.examples;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;

/**
 * A TCP server that gives every client a coroutine of its own, all on one thread. Try it with
 * {@code nc localhost 7777}.
 */
public final class TcpEchoServer {
  private final TcpServer server;
  private final PrintStream log;
  private int clients;

  TcpEchoServer(TcpServer server, PrintStream log) {
    this.server = server;
    this.log = log;
  }

  /**
   * Serves until the process ends.
   *
   * @param args the port; 7777 if there is none
   * @throws IOException if the port is in use
   */
  public static void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 7777;
    try (TcpServer server = TcpServer.bind(port)) {
      System.out.println("echoing at " + server.localAddress());
      EventLoop.run(() -> new TcpEchoServer(server, System.out).run());
    }
  }

  /** Serves clients until the server is closed. */
  @Suspendable
  void run() throws IOException {
    server.serve(client -> echo(++clients, client));
    log.println("server closed");
  }

  @Suspendable
  private void echo(int number, TcpConnection client) {
    long total = 0;
    try {
      ByteBuffer buffer = ByteBuffer.allocate(4096);
      while (client.read(buffer) >= 0) {
        total += buffer.position();
        client.write(buffer.flip());
        buffer.clear();
      }
      log.println("client " + number + ": " + total + " bytes");
    } catch (IOException e) {
      log.println("client " + number + " is gone: " + e.getMessage());
    }
  }
}
