package dev.respool.benchmarks.servers;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.LoopGroup;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/** Respool's own sockets, on an event loop for each processor: one accepts and hands over. */
final class RespoolLoops implements Peer {
  private final RespoolSockets sockets = new RespoolSockets();
  private final LoopGroup group = LoopGroup.create();

  @Override
  public int start() {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    new Thread(() -> EventLoop.run(() -> accept(port)), "acceptor").start();
    return port.join();
  }

  @Suspendable
  private void accept(CompletableFuture<Integer> port) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (TcpServer server = TcpServer.bind(anyPort)) {
      port.complete(server.localAddress().getPort());
      while (true) {
        TcpConnection client = server.accept();
        group.spawn(() -> talk(client));
      }
    }
  }

  @Suspendable
  private void talk(TcpConnection client) {
    try (client) {
      sockets.talk(client);
    } catch (IOException e) {
      // the client has gone
    }
  }
}
