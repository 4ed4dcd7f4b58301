package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @Test
  void a_server_that_does_not_answer_is_a_timeout() throws Exception {
    try (Mute mute = new Mute()) {
      Exception thrown = Transformed.call(Program.class, "failure", List.of(mute.address()), 50);
      assertTrue(thrown instanceof SocketTimeoutException, "" + thrown);
      assertTrue(thrown.getMessage().contains("TcpConnection.connect"), thrown.getMessage());
    }
  }

  @Test
  void the_next_address_is_tried_when_the_first_does_not_answer_and_the_loser_is_closed()
      throws Exception {
    try (Mute mute = new Mute();
        TcpServer server = TcpServer.bind(ANY)) {
      List<InetSocketAddress> addresses = List.of(mute.address(), server.localAddress());
      assertEquals(
          server.localAddress(), Transformed.call(Program.class, "winner", addresses, 20_000));
    }
  }

  @Test
  void the_next_address_is_tried_at_once_when_the_first_refuses() throws Exception {
    InetSocketAddress refusing = refusing();
    try (TcpServer server = TcpServer.bind(ANY)) {
      List<InetSocketAddress> addresses = new ArrayList<>();
      for (int i = 0; i < 200; i++) { // with a head start each they would take 50 seconds
        addresses.add(refusing);
      }
      addresses.add(server.localAddress());
      assertEquals(
          server.localAddress(), Transformed.call(Program.class, "winner", addresses, 20_000));
    }
  }

  @Test
  void if_all_addresses_refuse_the_failure_of_the_first_has_the_others_suppressed()
      throws Exception {
    List<InetSocketAddress> addresses = List.of(refusing(), refusing(), refusing());
    Exception thrown = Transformed.call(Program.class, "failure", addresses, 20_000);
    assertTrue(thrown instanceof ConnectException, "" + thrown);
    assertEquals(2, thrown.getSuppressed().length);
  }

  private static InetSocketAddress refusing() throws IOException {
    try (TcpServer server = TcpServer.bind(ANY)) {
      return server.localAddress();
    }
  }

  /** Its backlog is full, so the system drops what asks for a connection. */
  private static final class Mute implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<SocketChannel> clients = new ArrayList<>();

    Mute() throws IOException, InterruptedException {
      boolean full = false;
      for (int i = 0; i < 10 && !full; i++) {
        SocketChannel client = SocketChannel.open();
        client.configureBlocking(false);
        clients.add(client);
        client.connect(address());
        for (int waits = 0; waits < 20 && !client.isConnected(); waits++) {
          Thread.sleep(5);
          client.finishConnect();
        }
        full = !client.isConnected();
      }
      assumeTrue(full, "this system answers although the backlog is full");
    }

    InetSocketAddress address() {
      return (InetSocketAddress) server.getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
      server.close();
      for (SocketChannel client : clients) {
        client.close();
      }
    }
  }

  /** Transformed. */
  public static class Program {
    /** Whom it reaches. */
    public static InetSocketAddress winner(List<InetSocketAddress> addresses, int millis) {
      return EventLoop.run(() -> connect(addresses, Duration.ofMillis(millis)));
    }

    @Suspendable
    private static InetSocketAddress connect(List<InetSocketAddress> addresses, Duration limit)
        throws IOException {
      try (TcpConnection connection =
          addresses.size() == 1
              ? TcpConnection.connect(addresses.get(0), limit)
              : TcpConnection.connect(addresses, limit)) {
        return connection.remoteAddress();
      }
    }

    /** Why it reaches nobody. */
    public static Exception failure(List<InetSocketAddress> addresses, int millis) {
      return EventLoop.run(
          () -> {
            try {
              throw new AssertionError(connect(addresses, Duration.ofMillis(millis)));
            } catch (IOException e) {
              return e;
            }
          });
    }
  }
}
