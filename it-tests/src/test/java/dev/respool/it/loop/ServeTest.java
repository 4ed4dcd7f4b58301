package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Suspendable;
import dev.respool.loop.ConnectionHandler;
import dev.respool.loop.EventLoop;
import dev.respool.loop.ServeOptions;
import dev.respool.loop.ServeReport;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServeTest {

  @Test
  void a_thousand_clients_are_served_and_their_connections_closed() throws Exception {
    assertEquals(
        List.of("1000 right", "ServeReport[accepted=1000, failed=0, cut=0]"),
        Transformed.call(Program.class, "many", 1000));
  }

  @Test
  void a_handler_that_throws_ends_its_connection_and_not_the_server() throws Exception {
    assertEquals(
        List.of(
            "java.lang.IllegalStateException: bad client",
            "closed",
            "java.io.IOException: worse client",
            "closed",
            "good",
            "ServeReport[accepted=3, failed=2, cut=0]"),
        Transformed.call(Program.class, "throwing"));
  }

  @Test
  void a_failure_handler_that_throws_ends_the_server_with_its_failure() throws Exception {
    assertEquals(
        List.of("java.lang.UnsupportedOperationException: enough", "cut: true"),
        Transformed.call(Program.class, "throwingFailureHandler"));
  }

  @Test
  void at_the_limit_a_client_waits_until_another_one_has_gone() throws Exception {
    assertEquals(
        List.of("at most 2", "ServeReport[accepted=20, failed=0, cut=0]"),
        Transformed.call(Program.class, "limited"));
  }

  @Test
  void the_server_survives_a_silent_client_by_its_idle_timeout() throws Exception {
    assertEquals(
        List.of("SocketTimeoutException", "closed", "ServeReport[accepted=1, failed=1, cut=0]"),
        Transformed.call(Program.class, "silent"));
  }

  @Test
  void a_client_that_sends_a_byte_now_and_then_is_cut_by_the_lifetime() throws Exception {
    assertEquals(
        List.of("CancellationException", "closed", "ServeReport[accepted=1, failed=1, cut=0]"),
        Transformed.call(Program.class, "dripping"));
  }

  @Test
  void a_client_that_never_reads_makes_the_write_wait_until_the_idle_timeout() throws Exception {
    assertEquals(
        List.of("SocketTimeoutException", "memory is bounded"),
        Transformed.call(Program.class, "neverReads"));
  }

  @Test
  void a_closed_server_lets_its_handlers_end() throws Exception {
    assertEquals(
        List.of("answer", "ServeReport[accepted=1, failed=0, cut=0]"),
        Transformed.call(Program.class, "drained"));
  }

  @Test
  void after_the_grace_period_handlers_are_cancelled_and_counted() throws Exception {
    assertEquals(
        List.of("cleanup", "cleanup", "ServeReport[accepted=2, failed=0, cut=2]"),
        Transformed.call(Program.class, "cut"));
  }

  @Test
  void a_cancelled_server_cancels_its_handlers_and_waits_for_them() throws Exception {
    assertEquals(
        List.of("cleanup", "cancelled"), Transformed.call(Program.class, "cancelledServer"));
  }

  @Test
  void a_shutdown_serves_those_who_have_connected_before() throws Exception {
    assertEquals(
        List.of("100 right", "ServeReport[accepted=100, failed=0, cut=0]"),
        Transformed.call(Program.class, "shutdown", 100));
  }

  @Test
  void a_server_that_is_closed_cannot_serve() throws Exception {
    assertEquals(
        "java.nio.channels.ClosedChannelException", Transformed.call(Program.class, "closed"));
  }

  /** Transformed. */
  public static class Program {
    private static TcpServer listen() throws IOException {
      return TcpServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void close(TcpServer server) throws IOException {
      server.close();
    }

    @Suspendable
    private static void echo(TcpConnection client) throws IOException {
      for (String line = client.readLine(100); line != null; line = client.readLine(100)) {
        client.write(bytes(line + "\n"));
      }
    }

    @Suspendable
    private static int ask(TcpServer server, String text) throws IOException {
      try (TcpConnection connection = TcpConnection.connect(server.localAddress())) {
        connection.write(bytes(text + "\n"));
        boolean right = text.equals(connection.readLine(100));
        connection.shutdownOutput();
        return right && connection.readLine(100) == null ? 1 : 0;
      }
    }

    @Suspendable
    private static int askAll(TcpServer server, int clients) {
      List<Task<Integer>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        String text = "hello " + i;
        all.add(Tasks.async(() -> ask(server, text)));
      }
      int sum = 0;
      for (Task<Integer> one : all) {
        sum += one.await();
      }
      return sum;
    }

    /** Echo. */
    public static List<String> many(int clients) {
      return EventLoop.run(
          () -> {
            try (TcpServer server = listen()) {
              Task<ServeReport> serving = Tasks.async(() -> server.serve(Program::echo));
              int right = askAll(server, clients);
              close(server);
              return List.of(right + " right", serving.await().toString());
            }
          });
    }

    /** Two of three fail. */
    public static List<String> throwing() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            try (TcpServer server = listen()) {
              ServeOptions options =
                  ServeOptions.defaults()
                      .withFailureHandler((connection, failure) -> log.add("" + failure));
              Task<ServeReport> serving = Tasks.async(() -> server.serve(Program::obey, options));
              for (String order : List.of("bad", "worse", "good")) {
                log.add(order(server, order));
                Tasks.yieldNow();
              }
              close(server);
              log.add(serving.await().toString());
            }
          });
      return log;
    }

    @Suspendable
    private static void obey(TcpConnection client) throws IOException {
      String order = client.readLine(10);
      if (order.equals("bad")) {
        throw new IllegalStateException("bad client");
      }
      if (order.equals("worse")) {
        throw new IOException("worse client");
      }
      client.write(bytes(order + "\n"));
    }

    @Suspendable
    private static String order(TcpServer server, String order) throws IOException {
      try (TcpConnection connection = TcpConnection.connect(server.localAddress())) {
        connection.write(bytes(order + "\n"));
        String answer = connection.readLine(10);
        return answer == null ? "closed" : answer;
      }
    }

    /** Gives up. */
    public static List<String> throwingFailureHandler() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            try (TcpServer server = listen();
                TcpConnection other = TcpConnection.connect(server.localAddress())) {
              ServeOptions options =
                  ServeOptions.defaults()
                      .withFailureHandler(
                          (connection, failure) -> {
                            throw new UnsupportedOperationException("enough");
                          });
              Task<Void> serving =
                  Tasks.async(
                      () -> {
                        try {
                          server.serve(Program::obey, options);
                        } catch (UnsupportedOperationException e) {
                          log.add(e.toString());
                        }
                      });
              order(server, "bad");
              serving.await();
              log.add("cut: " + (other.readLine(10) == null));
            }
          });
      return log;
    }

    /** Counts how many are served at once. */
    public static List<String> limited() {
      int[] now = {0, 0};
      return EventLoop.run(
          () -> {
            try (TcpServer server = listen()) {
              ConnectionHandler<TcpConnection> handler =
                  client -> {
                    now[0]++;
                    now[1] = Math.max(now[0], now[1]);
                    echo(client);
                    now[0]--;
                  };
              ServeOptions options = ServeOptions.defaults().withMaxConnections(2);
              Task<ServeReport> serving = Tasks.async(() -> server.serve(handler, options));
              askAll(server, 20);
              close(server);
              return List.of("at most " + now[1], serving.await().toString());
            }
          });
    }

    /** Says nothing. */
    public static List<String> silent() {
      return cutOff(ServeOptions.defaults().withIdleTimeout(Duration.ofMillis(20)), false);
    }

    /** Says a little. */
    public static List<String> dripping() {
      return cutOff(
          ServeOptions.defaults()
              .withIdleTimeout(Duration.ofDays(1))
              .withMaxLifetime(Duration.ofMillis(40)),
          true);
    }

    private static List<String> cutOff(ServeOptions limits, boolean drip) {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            try (TcpServer server = listen()) {
              ServeOptions options =
                  limits.withFailureHandler(
                      (connection, failure) -> log.add(failure.getClass().getSimpleName()));
              Task<ServeReport> serving = Tasks.async(() -> server.serve(Program::echo, options));
              try (TcpConnection client = TcpConnection.connect(server.localAddress())) {
                Task<Void> dripping = Tasks.async(() -> drip(client, drip));
                log.add(isCutOff(client) ? "closed" : "answered");
                dripping.cancel();
              }
              close(server);
              String report = serving.await().toString();
              log.add(report);
            }
          });
      return log;
    }

    /** The connection is reset if the server closes it with a byte unread. */
    @Suspendable
    private static boolean isCutOff(TcpConnection client) {
      try {
        return client.readLine(10) == null;
      } catch (IOException e) {
        return true;
      }
    }

    @Suspendable
    private static void drip(TcpConnection client, boolean drip) {
      try {
        while (drip) {
          Tasks.sleep(Duration.ofMillis(5));
          client.write(bytes("x"));
        }
      } catch (IOException e) {
        // cut off
      }
    }

    /** Is sent more than the system's buffers hold. */
    public static List<String> neverReads() {
      List<String> log = new ArrayList<>();
      long[] written = {0};
      EventLoop.run(
          () -> {
            try (TcpServer server = listen()) {
              ConnectionHandler<TcpConnection> flood =
                  client -> {
                    byte[] block = new byte[1_000_000];
                    while (written[0] < 1_000_000_000) {
                      client.write(block);
                      written[0] += block.length;
                    }
                  };
              CompletableFuture<Throwable> failed = new CompletableFuture<>();
              ServeOptions options =
                  ServeOptions.defaults()
                      .withIdleTimeout(Duration.ofMillis(50))
                      .withFailureHandler((connection, failure) -> failed.complete(failure));
              Task<ServeReport> serving = Tasks.async(() -> server.serve(flood, options));
              try (TcpConnection client = TcpConnection.connect(server.localAddress())) {
                Throwable failure = Tasks.await(failed);
                log.add(failure.getClass().getSimpleName() + (client.isOpen() ? "" : ", closed"));
                log.add(written[0] < 100_000_000 ? "memory is bounded" : "took " + written[0]);
              }
              serving.cancel();
            }
          });
      return log;
    }

    /** The answer takes longer than the close. */
    public static List<String> drained() {
      return EventLoop.run(
          () -> {
            try (TcpServer server = listen()) {
              CompletableFuture<String> slow = new CompletableFuture<>();
              ConnectionHandler<TcpConnection> handler =
                  client -> client.write(bytes(Tasks.await(slow) + "\n"));
              Task<ServeReport> serving = Tasks.async(() -> server.serve(handler));
              try (TcpConnection client = TcpConnection.connect(server.localAddress())) {
                Tasks.sleep(Duration.ofMillis(1)); // the loop looks at its channels
                close(server);
                Tasks.yieldNow();
                slow.complete("answer");
                return List.of(client.readLine(10), serving.await().toString());
              }
            }
          });
    }

    /** Would never end. */
    public static List<String> cut() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            try (TcpServer server = listen();
                TcpConnection one = TcpConnection.connect(server.localAddress());
                TcpConnection two = TcpConnection.connect(server.localAddress())) {
              ServeOptions options = ServeOptions.defaults().withGracePeriod(Duration.ofMillis(10));
              Task<ServeReport> serving = Tasks.async(() -> server.serve(forEver(log), options));
              greet(one);
              greet(two);
              close(server);
              String report = serving.await().toString();
              log.add(report);
            }
          });
      return log;
    }

    @Suspendable
    private static void greet(TcpConnection client) throws IOException {
      client.readLine(10);
    }

    private static ConnectionHandler<TcpConnection> forEver(List<String> log) {
      return client -> {
        client.write(bytes("hello\n"));
        try {
          Tasks.sleep(Duration.ofDays(1));
        } finally {
          log.add("cleanup");
        }
      };
    }

    /** From outside. */
    public static List<String> cancelledServer() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            try (TcpServer server = listen();
                TcpConnection one = TcpConnection.connect(server.localAddress())) {
              Task<ServeReport> serving = Tasks.async(() -> server.serve(forEver(log)));
              greet(one);
              serving.cancel();
              try {
                serving.await();
              } catch (CancellationException e) {
                log.add("cancelled");
              }
            }
          });
      return log;
    }

    /** All have connected, none is accepted yet. */
    public static List<String> shutdown(int clients) {
      return EventLoop.run(
          () -> {
            try (TcpServer server = listen()) {
              List<Task<Integer>> all = new ArrayList<>();
              for (int i = 0; i < clients; i++) {
                TcpConnection connection = TcpConnection.connect(server.localAddress());
                all.add(Tasks.async(() -> talk(connection)));
              }
              ServeOptions options = ServeOptions.defaults().withMaxConnections(10);
              Task<ServeReport> serving = Tasks.async(() -> server.serve(Program::echo, options));
              Tasks.yieldNow();
              server.shutdown();
              int sum = 0;
              for (Task<Integer> one : all) {
                sum += one.await();
              }
              return List.of(sum + " right", serving.await().toString());
            }
          });
    }

    @Suspendable
    private static int talk(TcpConnection connection) throws IOException {
      try (connection) {
        connection.write(bytes("hello\n"));
        return "hello".equals(connection.readLine(10)) ? 1 : 0;
      }
    }

    /** Too late. */
    public static String closed() throws IOException {
      TcpServer server = listen();
      server.close();
      return EventLoop.run(
          () -> {
            try {
              return server.serve(Program::echo).toString();
            } catch (IOException e) {
              return e.toString();
            }
          });
    }
  }
}
