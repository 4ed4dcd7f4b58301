package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TcpTest {

  @Test
  void two_hundred_clients_are_served_at_once_on_one_thread() throws Exception {
    assertEquals(200, (int) Transformed.call(Program.class, "echoes", 200));
  }

  @Test
  void a_large_write_waits_for_a_slow_reader_and_arrives_whole() throws Exception {
    byte[] bytes = new byte[4_000_000];
    new Random(5).nextBytes(bytes);
    byte[] read = Transformed.call(Program.class, "large", bytes);
    assertTrue(Arrays.equals(bytes, read));
  }

  @Test
  void a_refused_connection_is_an_exception_at_connect() throws Exception {
    assertTrue(Transformed.call(Program.class, "refused") instanceof ConnectException);
  }

  @Test
  void a_host_is_found_by_name_and_an_unknown_one_is_an_exception() throws Exception {
    assertEquals(
        List.of("connected", "java.net.UnknownHostException"),
        Transformed.call(Program.class, "names"));
  }

  @Test
  void a_reset_by_the_peer_is_an_exception_at_the_read() throws Exception {
    assertTrue(Transformed.call(Program.class, "reset") instanceof IOException);
  }

  @Test
  void closing_wakes_those_who_wait() throws Exception {
    assertEquals(
        List.of("accept: closed", "read: closed"), Transformed.call(Program.class, "closing"));
  }

  @Test
  void a_read_can_be_cancelled_and_the_connection_used_on() throws Exception {
    assertEquals(List.of("timeout", "late"), Transformed.call(Program.class, "cancelledRead"));
  }

  @Test
  void two_readers_at_once_are_an_error_that_says_so() throws Exception {
    String message = Transformed.call(Program.class, "twoReaders");
    assertTrue(message.contains("waits in TcpConnection.read"), message);
  }

  @Test
  void the_end_of_what_the_peer_sends_is_minus_one() throws Exception {
    assertEquals(List.of("2", "-1", "answer"), Transformed.call(Program.class, "halfClose"));
  }

  @Test
  void sockets_work_on_an_executor() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      assertEquals("over there", Transformed.call(Program.class, "onExecutor", executor));
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void a_busy_connection_does_not_starve_the_others() throws Exception {
    assertTrue((boolean) Transformed.call(Program.class, "busyPeer"));
  }

  /** Transformed. */
  public static class Program {
    private static InetSocketAddress anyPort() {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Echo. */
    public static int echoes(int clients) {
      return EventLoop.run(
          () -> {
            try (TcpServer server = TcpServer.bind(anyPort())) {
              Task<Void> accepting = Tasks.async(() -> serve(server, clients));
              List<Task<Integer>> all = new ArrayList<>();
              for (int i = 0; i < clients; i++) {
                String text = "hello " + i;
                all.add(Tasks.async(() -> ask(server.localAddress(), text)));
              }
              int sum = 0;
              for (Task<Integer> one : all) {
                sum += one.await();
              }
              accepting.await();
              return sum;
            }
          });
    }

    @Suspendable
    private static void serve(TcpServer server, int clients) throws IOException {
      for (int i = 0; i < clients; i++) {
        TcpConnection connection = server.accept();
        Tasks.async(() -> echo(connection));
      }
    }

    @Suspendable
    private static void echo(TcpConnection connection) throws IOException {
      try (connection) {
        ByteBuffer buffer = ByteBuffer.allocate(64);
        while (connection.read(buffer) >= 0) {
          connection.write(buffer.flip());
          buffer.clear();
        }
      }
    }

    @Suspendable
    private static int ask(InetSocketAddress address, String text) throws IOException {
      try (TcpConnection connection = TcpConnection.connect(address)) {
        int right = 0;
        for (int i = 0; i < 3; i++) {
          connection.write(text.getBytes(StandardCharsets.UTF_8));
          right += text.equals(receive(connection, text.length())) ? 1 : 0;
        }
        return right / 3;
      }
    }

    @Suspendable
    private static String receive(TcpConnection connection, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(length);
      while (buffer.hasRemaining() && connection.read(buffer) >= 0) {
        Tasks.yieldNow();
      }
      return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
    }

    /** More than the sockets' buffers hold. */
    public static byte[] large(byte[] bytes) {
      return EventLoop.run(
          () -> {
            try (TcpServer server = TcpServer.bind(anyPort())) {
              Tasks.async(
                  () -> {
                    try (TcpConnection connection = server.accept()) {
                      int half = bytes.length / 2;
                      connection.write(Arrays.copyOf(bytes, half));
                      connection.write(ByteBuffer.wrap(bytes, half, bytes.length - half));
                    }
                  });
              try (TcpConnection connection = TcpConnection.connect(server.localAddress())) {
                ByteBuffer all = ByteBuffer.allocate(bytes.length + 1);
                Tasks.sleep(Duration.ofMillis(20));
                while (connection.read(all) >= 0) {
                  Tasks.yieldNow();
                }
                return Arrays.copyOf(all.array(), all.position());
              }
            }
          });
    }

    /** Nobody listens. */
    public static IOException refused() throws IOException {
      InetSocketAddress free;
      try (TcpServer server = TcpServer.bind(anyPort())) {
        free = server.localAddress();
      }
      return EventLoop.run(() -> refusedHere(free));
    }

    @Suspendable
    private static IOException refusedHere(InetSocketAddress address) {
      try (TcpConnection connection = TcpConnection.connect(address)) {
        throw new AssertionError(connection + " is connected");
      } catch (IOException e) {
        return e;
      }
    }

    /** By name. */
    public static List<String> names() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            try (TcpServer server = TcpServer.bind(0)) {
              int port = server.localAddress().getPort();
              try (TcpConnection connection = TcpConnection.connect("localhost", port)) {
                log.add(connection.isOpen() ? "connected" : "closed");
              }
              try (TcpConnection connection = TcpConnection.connect("no.such.host.invalid", 1)) {
                log.add(connection.toString());
              } catch (IOException e) {
                log.add(e.getClass().getName());
              }
            }
          });
      return log;
    }

    /** The peer goes away rudely. */
    public static IOException reset() {
      return EventLoop.run(
          () -> {
            try (TcpServer server = TcpServer.bind(anyPort())) {
              Socket peer = new Socket();
              peer.connect(server.localAddress());
              try (TcpConnection connection = server.accept()) {
                Task<IOException> reader = Tasks.async(() -> failureOfRead(connection));
                Tasks.yieldNow();
                peer.setSoLinger(true, 0);
                peer.close();
                return reader.await();
              }
            }
          });
    }

    @Suspendable
    private static IOException failureOfRead(TcpConnection connection) {
      try {
        connection.read(ByteBuffer.allocate(10));
        return null;
      } catch (IOException e) {
        return e;
      }
    }

    /** Closed under those who wait. */
    public static List<String> closing() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            TcpServer server = TcpServer.bind(anyPort());
            TcpConnection client = TcpConnection.connect(server.localAddress());
            TcpConnection connection = server.accept();
            Tasks.async(
                () -> {
                  try {
                    server.accept();
                  } catch (ClosedChannelException e) {
                    log.add("accept: closed");
                  }
                });
            Tasks.async(
                () -> {
                  try {
                    connection.read(new byte[1]);
                  } catch (ClosedChannelException e) {
                    log.add("read: closed");
                  }
                });
            Tasks.yieldNow();
            server.close();
            connection.close();
            client.close();
          });
      return log;
    }

    /** Reads in vain, then again. */
    public static List<String> cancelledRead() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            try (TcpServer server = TcpServer.bind(anyPort());
                TcpConnection client = TcpConnection.connect(server.localAddress());
                TcpConnection connection = server.accept()) {
              try {
                Tasks.withTimeout(Duration.ofMillis(10), () -> receive(connection, 4));
              } catch (TimeoutException e) {
                log.add("timeout");
              }
              client.write("late".getBytes(StandardCharsets.UTF_8));
              log.add(receive(connection, 4));
            }
          });
      return log;
    }

    /** Not allowed. */
    public static String twoReaders() {
      return EventLoop.run(
          () -> {
            try (TcpServer server = TcpServer.bind(anyPort());
                TcpConnection client = TcpConnection.connect(server.localAddress());
                TcpConnection connection = server.accept()) {
              Tasks.async(() -> failureOfRead(connection));
              Tasks.yieldNow();
              try {
                client.write(new byte[0]);
                connection.read(new byte[1]);
                return "read";
              } catch (IllegalStateException e) {
                return e.getMessage();
              }
            }
          });
    }

    /** One direction ends. */
    public static List<String> halfClose() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            try (TcpServer server = TcpServer.bind(anyPort());
                TcpConnection client = TcpConnection.connect(server.localAddress());
                TcpConnection connection = server.accept()) {
              client.write("ab".getBytes(StandardCharsets.UTF_8));
              client.shutdownOutput();
              log.add("" + connection.read(new byte[10]));
              log.add("" + connection.read(new byte[10]));
              connection.write("answer".getBytes(StandardCharsets.UTF_8));
              log.add(receive(client, 6));
            }
          });
      return log;
    }

    /** Not on the calling thread. */
    public static String onExecutor(ExecutorService executor) throws Exception {
      return EventLoop.on(executor)
          .spawn(
              () -> {
                try (TcpServer server = TcpServer.bind(anyPort());
                    TcpConnection client = TcpConnection.connect(server.localAddress());
                    TcpConnection connection = server.accept()) {
                  Tasks.async(
                      () -> {
                        Tasks.sleep(Duration.ofMillis(10));
                        client.write("over there".getBytes(StandardCharsets.UTF_8));
                      });
                  return receive(connection, 10);
                }
              })
          .toCompletableFuture()
          .get(20, TimeUnit.SECONDS);
    }

    /** Another thread writes as fast as it can; a timer must go off all the same. */
    public static boolean busyPeer() {
      return EventLoop.run(
          () -> {
            try (TcpServer server = TcpServer.bind(anyPort())) {
              Socket peer = new Socket();
              peer.connect(server.localAddress());
              Thread writer = new Thread(() -> flood(peer));
              writer.start();
              try (TcpConnection connection = server.accept()) {
                Task<Void> reader = Tasks.async(() -> swallow(connection));
                Tasks.sleep(Duration.ofMillis(50));
                reader.cancel();
              }
              peer.close();
              return true;
            }
          });
    }

    @Suspendable
    private static void swallow(TcpConnection connection) throws IOException {
      byte[] buffer = new byte[16];
      while (connection.read(buffer) >= 0) {
        buffer[0]++;
      }
    }

    private static void flood(Socket peer) {
      try {
        for (; ; ) {
          peer.getOutputStream().write(new byte[100_000]);
        }
      } catch (IOException e) {
        // the test has ended
      }
    }
  }
}
