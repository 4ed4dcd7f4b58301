package dev.respool.benchmarks.servers;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.ServeOptions;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/** Respool's own sockets, on one event loop. */
final class RespoolSockets implements Peer {
  private static final int MOST_CONNECTIONS = 20_000;

  private final byte[] response = Hello.response();

  @Override
  public int start() {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    new Thread(() -> run(port), "loop").start();
    return port.join();
  }

  private void run(CompletableFuture<Integer> port) {
    try {
      EventLoop.run(() -> serve(port));
    } catch (RuntimeException e) {
      port.completeExceptionally(e);
      throw e;
    }
  }

  @Suspendable
  private void serve(CompletableFuture<Integer> port) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (TcpServer server = TcpServer.bind(anyPort)) {
      port.complete(server.localAddress().getPort());
      server.serve(this::talk, ServeOptions.defaults().withMaxConnections(MOST_CONNECTIONS));
    }
  }

  @Suspendable
  void talk(TcpConnection client) throws IOException {
    ByteBuffer request = ByteBuffer.allocate(Hello.LARGEST_REQUEST);
    ByteBuffer answer = ByteBuffer.wrap(response);
    while (client.read(request) >= 0) {
      if (Hello.isWhole(request.array(), request.position())) {
        request.clear();
        client.write(answer.rewind());
      }
    }
  }
}
