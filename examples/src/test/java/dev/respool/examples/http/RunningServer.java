package dev.respool.examples.http;

import dev.respool.examples.Output;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file server in a thread of its own, for tests that are its clients. */
final class RunningServer implements AutoCloseable {
  private final Output log = new Output();
  private final TcpServer socket;
  private final Task<Void> task;
  private final Thread thread;

  RunningServer(Path directory) throws IOException {
    HttpFileServer server = new HttpFileServer(directory, log.stream());
    socket = HttpFileServer.listen(0);
    EventLoop loop = EventLoop.create();
    task = loop.spawn(() -> server.serve(socket));
    thread = new Thread(loop::runUntilDone, "http-server");
    thread.start();
  }

  InetSocketAddress address() {
    return socket.localAddress();
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + address().getPort() + path);
  }

  String log() {
    return log.text();
  }

  /** Sends bytes as they are, ends the sending side and gives all that the server answers. */
  String exchange(String request) throws IOException {
    try (Socket client = new Socket(address().getAddress(), address().getPort())) {
      client.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      client.shutdownOutput();
      byte[] answer = client.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.ISO_8859_1);
    }
  }

  /** Ends the connections that clients keep alive, too. */
  @Override
  public void close() throws IOException {
    task.cancel();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    socket.close();
    if (thread.isAlive()) {
      throw new IllegalStateException("the server did not end when its task was cancelled");
    }
  }
}
