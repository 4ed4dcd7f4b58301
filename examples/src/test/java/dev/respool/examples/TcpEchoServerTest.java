package dev.respool.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.loop.EventLoop;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TcpEchoServerTest {

  @Test
  void clients_are_served_at_the_same_time_and_get_back_what_they_send() throws Exception {
    Output out = new Output();
    Thread loop;
    try (TcpServer socket = TcpServer.bind(loopback(0))) {
      TcpEchoServer server = new TcpEchoServer(socket, out.stream());
      loop = new Thread(() -> EventLoop.run(() -> server.run()));
      loop.start();
      talk(socket.localAddress());
    }
    loop.join();
    String log = out.text();
    for (int number = 1; number <= 3; number++) {
      assertTrue(log.contains("client " + number + ": 100000 bytes"), log);
    }
    assertTrue(log.contains("server closed"), log);
  }

  /** All clients are connected before the first one sends, and the last one sends first. */
  private static void talk(InetSocketAddress server) throws IOException {
    byte[] bytes = "0123456789".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
    List<Socket> clients = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      clients.add(new Socket(server.getAddress(), server.getPort()));
    }
    for (int i = 2; i >= 0; i--) {
      try (Socket client = clients.get(i)) {
        client.getOutputStream().write(bytes);
        client.shutdownOutput();
        byte[] echo = client.getInputStream().readAllBytes();
        assertEquals(
            new String(bytes, StandardCharsets.US_ASCII),
            new String(echo, StandardCharsets.US_ASCII));
      }
    }
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
