package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Suspendable;
import dev.respool.loop.Channel;
import dev.respool.loop.ConnectionHandler;
import dev.respool.loop.EventLoop;
import dev.respool.loop.ServeOptions;
import dev.respool.loop.ServeReport;
import dev.respool.loop.Task;
import dev.respool.loop.TaskBody;
import dev.respool.loop.Tasks;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Peers that go away or keep silent, at every stage of a connection. */
@Timeout(60)
class NetworkFaultsTest {
  private static final Logger LOGGER = Logger.getLogger("dev.respool");
  private static final List<String> STAGES = List.of("read", "readLine", "readFully", "write");

  @Test
  void a_reset_is_an_io_exception_wherever_it_strikes() throws Exception {
    assertEquals(
        Collections.nCopies(4, "IOException"), Transformed.call(Program.class, "resets", STAGES));
  }

  @Test
  void a_client_that_resets_before_it_is_accepted_does_not_disturb_the_server() throws Exception {
    assertEquals("answer", Transformed.call(Program.class, "resetInBacklog"));
  }

  @Test
  void a_reset_at_each_stage_of_a_served_connection_is_told_and_the_server_goes_on()
      throws Exception {
    assertEquals(
        List.of(
            "at once: IOException",
            "in a line: IOException",
            "between lines: IOException",
            "while the handler computes: IOException",
            "while the handler writes: IOException",
            "after the answer: none",
            "answer",
            "ServeReport[accepted=7, failed=5, cut=0]"),
        Transformed.call(Program.class, "servedResets"));
  }

  @Test
  void that_clients_break_connections_is_no_warning_but_all_else_is() throws Exception {
    List<LogRecord> records = new ArrayList<>();
    Handler handler = new Recording(records);
    LOGGER.addHandler(handler);
    LOGGER.setLevel(Level.ALL);
    try {
      Transformed.call(Program.class, "loggedResets");
    } finally {
      LOGGER.setLevel(null);
      LOGGER.removeHandler(handler);
    }
    assertEquals(
        List.of("FINE: is broken", "FINE: is broken", "FINE: is broken", "WARNING: failed"),
        records.stream().map(NetworkFaultsTest::outline).toList());
  }

  private static String outline(LogRecord said) {
    return said.getLevel() + ": " + said.getMessage().replaceAll("the .*:\\d+ ", "");
  }

  @Test
  void a_half_open_peer_is_found_by_the_idle_timeout_and_the_others_are_served() throws Exception {
    assertEquals(
        List.of("answer", "SocketTimeoutException", "ServeReport[accepted=2, failed=1, cut=0]"),
        Transformed.call(Program.class, "halfOpen"));
  }

  @Test
  void a_peer_that_is_silent_for_ever_ends_each_kind_of_wait_by_the_idle_timeout()
      throws Exception {
    assertEquals(
        Collections.nCopies(4, "timeout, open"),
        Transformed.call(Program.class, "silences", STAGES));
  }

  @Test
  void bytes_that_keep_coming_keep_the_idle_timeout_away() throws Exception {
    assertEquals(12, (int) Transformed.call(Program.class, "slow"));
  }

  @Test
  void a_shutdown_under_load_loses_no_client_that_was_connected() throws Exception {
    List<Integer> counts = Transformed.call(Program.class, "shutdownUnderLoad");
    assertEquals(counts.get(0), counts.get(1), "connected and answered");
    assertEquals(counts.get(0), counts.get(2), "connected and accepted");
  }

  /** Transformed. */
  public static class Program {
    private static TcpServer listen() throws IOException {
      return TcpServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @Suspendable
    private static void use(TcpConnection connection, String stage) throws IOException {
      switch (stage) {
        case "read" -> connection.read(new byte[1]);
        case "readLine" -> connection.readLine(1000);
        case "readFully" -> connection.readFully(1000);
        default -> {
          while (true) {
            connection.write(new byte[100_000]);
          }
        }
      }
    }

    /** All stages. */
    public static List<String> resets(List<String> stages) {
      List<String> results = new ArrayList<>();
      for (String stage : stages) {
        results.add(reset(stage));
      }
      return results;
    }

    /** While a task waits. */
    private static String reset(String stage) {
      return EventLoop.run(
          () -> {
            try (TcpServer server = listen()) {
              Socket peer = new Socket();
              peer.connect(server.localAddress());
              try (TcpConnection connection = server.accept()) {
                Task<String> user = Tasks.async(() -> failure(connection, stage));
                Tasks.sleep(Duration.ofMillis(5));
                peer.setSoLinger(true, 0);
                peer.close();
                return user.await();
              }
            }
          });
    }

    @Suspendable
    private static String failure(TcpConnection connection, String stage) {
      try {
        use(connection, stage);
        return "none";
      } catch (IOException e) {
        return "IOException";
      }
    }

    /** The next client is served. */
    public static String resetInBacklog() {
      return EventLoop.run(
          () -> {
            try (TcpServer server = listen()) {
              Socket rude = new Socket();
              rude.connect(server.localAddress());
              rude.setSoLinger(true, 0);
              rude.close();
              ServeOptions quiet =
                  ServeOptions.defaults().withFailureHandler((connection, failure) -> {});
              Task<ServeReport> serving = Tasks.async(() -> server.serve(Program::answer, quiet));
              try (TcpConnection polite = TcpConnection.connect(server.localAddress())) {
                polite.write("question\n".getBytes(StandardCharsets.UTF_8));
                return polite.readLine(100);
              } finally {
                serving.cancel();
              }
            }
          });
    }

    @Suspendable
    private static void answer(TcpConnection client) throws IOException {
      if (client.readLine(100) != null) {
        client.write("answer\n".getBytes(StandardCharsets.UTF_8));
      }
    }

    /** Six rude clients and a polite one. */
    public static List<String> servedResets() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            try (TcpServer server = listen()) {
              ServeOptions options =
                  ServeOptions.defaults().withFailureHandler(Program::mustBeIoException);
              Channel<String> ends = Channel.unlimited();
              ConnectionHandler<TcpConnection> handler = client -> obey(client, ends);
              Task<ServeReport> serving = Tasks.async(() -> server.serve(handler, options));
              log.add("at once: " + rude(server, "", ends));
              log.add("in a line: " + rude(server, "answ", ends));
              log.add("between lines: " + rude(server, "line\n", ends));
              log.add("while the handler computes: " + rude(server, "compute\n", ends));
              log.add("while the handler writes: " + rude(server, "flood\n", ends));
              log.add("after the answer: " + rude(server, "answer\n", ends));
              try (TcpConnection polite = TcpConnection.connect(server.localAddress())) {
                polite.write("answer\n".getBytes(StandardCharsets.UTF_8));
                log.add(polite.readLine(100));
              }
              server.shutdown();
              log.add(serving.await().toString());
            }
          });
      return log;
    }

    /** The default failure handler hears of two readers, one writer, and a failure of its own. */
    public static void loggedResets() {
      EventLoop.run(
          () -> {
            try (TcpServer server = listen()) {
              Channel<String> ends = Channel.unlimited();
              ConnectionHandler<TcpConnection> handler = client -> obey(client, ends);
              Task<ServeReport> serving = Tasks.async(() -> server.serve(handler));
              rude(server, "answ", ends);
              rude(server, "wrap\n", ends);
              rude(server, "flood\n", ends);
              rude(server, "fail\n", ends);
              server.shutdown();
              serving.await();
            }
          });
    }

    private static void mustBeIoException(Object connection, Throwable failure) {
      if (!(failure instanceof IOException)) {
        throw new AssertionError("the failure of " + connection, failure);
      }
    }

    /** Sends something, resets the connection, and says how the handler has ended. */
    @Suspendable
    private static String rude(TcpServer server, String sent, Channel<String> ends)
        throws IOException {
      Socket peer = new Socket();
      peer.connect(server.localAddress());
      peer.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
      if (sent.startsWith("answer")) {
        return end(peer, ends.receive());
      }
      Tasks.sleep(Duration.ofMillis(5)); // the handler is in the middle of it
      end(peer, "");
      return ends.receive();
    }

    private static String end(Socket peer, String how) throws IOException {
      peer.setSoLinger(true, 0);
      peer.close();
      return how;
    }

    @Suspendable
    private static void obey(TcpConnection client, Channel<String> ends) throws IOException {
      String end = "none";
      try {
        while (obeyOnce(client)) {
          end = "none";
        }
      } catch (IOException e) {
        end = "IOException";
        throw e;
      } finally {
        ends.send(end);
      }
    }

    /** Whether the client may say more. */
    @Suspendable
    private static boolean obeyOnce(TcpConnection client) throws IOException {
      String line = client.readLine(100);
      switch (line == null ? "end" : line) {
        case "compute" -> {
          Tasks.sleep(Duration.ofMillis(20));
          client.readLine(100);
        }
        case "wrap" -> {
          try {
            client.readLine(100);
          } catch (IOException e) {
            throw new UncheckedIOException("in the program's words", e);
          }
        }
        case "fail" -> throw new IOException("the disk is full");
        case "flood" -> {
          while (true) {
            client.write(new byte[100_000]);
          }
        }
        case "answer" -> client.write("answer\n".getBytes(StandardCharsets.UTF_8));
        default -> {}
      }
      return "line".equals(line);
    }

    /** One peer is gone without a word, so that the server's side stays open. */
    public static List<String> halfOpen() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            try (TcpServer server = listen();
                Socket gone = new Socket()) {
              gone.connect(server.localAddress());
              CompletableFuture<String> failed = new CompletableFuture<>();
              ServeOptions options =
                  ServeOptions.defaults()
                      .withIdleTimeout(Duration.ofMillis(50))
                      .withFailureHandler(
                          (connection, failure) ->
                              failed.complete(failure.getClass().getSimpleName()));
              Task<ServeReport> serving = Tasks.async(() -> server.serve(Program::answer, options));
              try (TcpConnection other = TcpConnection.connect(server.localAddress())) {
                other.write("question\n".getBytes(StandardCharsets.UTF_8));
                log.add(other.readLine(100));
              }
              log.add(Tasks.await(failed));
              server.shutdown();
              log.add(serving.await().toString());
            }
          });
      return log;
    }

    /** All stages. */
    public static List<String> silences(List<String> stages) {
      List<String> results = new ArrayList<>();
      for (String stage : stages) {
        results.add(silent(stage));
      }
      return results;
    }

    /** The peer neither sends nor reads. */
    private static String silent(String stage) {
      return EventLoop.run(
          () -> {
            try (TcpServer server = listen();
                TcpConnection client = TcpConnection.connect(server.localAddress());
                TcpConnection connection = server.accept()) {
              connection.setIdleTimeout(Duration.ofMillis(20));
              TaskBody<Void> use =
                  () -> {
                    use(connection, stage);
                    return null;
                  };
              return idle(use) + (connection.isOpen() && client.isOpen() ? ", open" : ", closed");
            }
          });
    }

    @Suspendable
    private static String idle(TaskBody<?> body) throws Exception {
      try {
        return "" + body.run();
      } catch (SocketTimeoutException e) {
        return "timeout";
      }
    }

    /** All of it takes longer than the idle timeout. */
    public static int slow() {
      return EventLoop.run(
          () -> {
            try (TcpServer server = listen();
                TcpConnection client = TcpConnection.connect(server.localAddress());
                TcpConnection connection = server.accept()) {
              connection.setIdleTimeout(Duration.ofMillis(500));
              Tasks.async(
                  () -> {
                    for (int i = 0; i < 12; i++) {
                      client.write(new byte[] {1});
                      Tasks.sleep(Duration.ofMillis(50));
                    }
                  });
              return connection.readFully(12).length;
            }
          });
    }

    /** Clients come all the time; the server shuts down amid them. */
    public static List<Integer> shutdownUnderLoad() {
      int[] connected = {0};
      int[] answered = {0};
      return EventLoop.run(
          () -> {
            try (TcpServer server = listen()) {
              Task<ServeReport> serving = Tasks.async(() -> server.serve(Program::answer));
              CompletableFuture<Void> enough = new CompletableFuture<>();
              List<Task<Void>> clients = new ArrayList<>();
              for (int i = 0; i < 10; i++) {
                clients.add(Tasks.async(() -> come(server, connected, answered, enough)));
              }
              Tasks.await(enough);
              server.shutdown();
              for (Task<Void> client : clients) {
                client.await();
              }
              return List.of(connected[0], answered[0], (int) serving.await().accepted());
            }
          });
    }

    @Suspendable
    private static void come(
        TcpServer server, int[] connected, int[] answered, CompletableFuture<Void> enough)
        throws IOException {
      while (true) {
        TcpConnection connection;
        try {
          connection = TcpConnection.connect(server.localAddress());
        } catch (IOException e) {
          return; // the server is closed
        }
        try (connection) {
          if (++connected[0] == 200) {
            enough.complete(null);
          }
          connection.write("question\n".getBytes(StandardCharsets.UTF_8));
          String answer = connection.readLine(100);
          answered[0] += "answer".equals(answer) ? 1 : 0;
        }
      }
    }
  }
}
