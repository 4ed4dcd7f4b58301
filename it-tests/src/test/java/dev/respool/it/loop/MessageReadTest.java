package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.TaskBody;
import dev.respool.loop.Tasks;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MessageReadTest {
  private static final String MESSAGE =
      "first\r\nsecönd\n\n12345678-rest of it--until=->end\rof line\nlast\n";

  private static final List<String> PARTS =
      List.of("first", "secönd", "", "12345678", "-rest of it", "until=", "end\rof line", "last");

  @Test
  void messages_are_read_whole_however_they_arrive() throws Exception {
    int size = MESSAGE.getBytes(StandardCharsets.UTF_8).length;
    for (int piece : new int[] {1, 2, 3, 7, size}) {
      List<String> expected = new ArrayList<>(PARTS);
      expected.add(null);
      assertEquals(expected, Transformed.call(Program.class, "parts", MESSAGE, piece), "" + piece);
    }
  }

  @Test
  void many_lines_that_have_arrived_at_once_do_not_keep_the_others_from_running() throws Exception {
    assertEquals(
        List.of("5000 lines", "the other ran between"),
        Transformed.call(Program.class, "manyLines"));
  }

  @Test
  void a_line_of_exactly_the_limit_is_read_and_a_longer_one_is_refused() throws Exception {
    assertEquals(
        List.of("12345", "12345", "LimitExceededException", "123456", "LimitExceededException"),
        Transformed.call(Program.class, "limits"));
  }

  @Test
  void a_line_without_end_is_refused_before_it_fills_the_memory() throws Exception {
    assertEquals("LimitExceededException", Transformed.call(Program.class, "endless"));
  }

  @Test
  void the_end_of_the_stream_inside_a_message_is_an_error_that_says_how_far_it_got()
      throws Exception {
    List<String> messages = Transformed.call(Program.class, "ends");
    assertTrue(messages.get(0).endsWith("ended after 3 bytes, before the end of the line"));
    assertTrue(messages.get(1).endsWith("ended after 3 bytes, before the delimiter"));
    assertTrue(messages.get(2).endsWith("ended after 3 of 4 bytes"), messages.get(2));
    assertEquals("abc", messages.get(3), "what has come is still there");
  }

  @Test
  void a_line_that_is_not_utf8_is_an_error() throws Exception {
    assertEquals("coding", Transformed.call(Program.class, "malformed"));
  }

  @Test
  void a_cancelled_read_of_a_line_loses_nothing() throws Exception {
    assertEquals(List.of("timeout", "abcdef"), Transformed.call(Program.class, "cancelled"));
  }

  @Test
  void several_buffers_are_written_as_one() throws Exception {
    byte[] large = new byte[3_000_000];
    Arrays.fill(large, (byte) 'x');
    assertEquals(
        List.of("head", 3_000_000, "tail"), Transformed.call(Program.class, "vectored", large));
  }

  @Test
  void options_are_set_and_read() throws Exception {
    assertEquals(List.of(true, false), Transformed.call(Program.class, "options"));
  }

  /** Transformed. */
  public static class Program {
    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a test does with the two ends of a connection. */
    interface Talk<T> {
      @Suspendable
      T between(TcpConnection client, TcpConnection connection) throws Exception;
    }

    private static <T> T talk(Talk<T> talk) {
      TaskBody<T> body =
          () -> {
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            try (TcpServer server = TcpServer.bind(any);
                TcpConnection client = TcpConnection.connect(server.localAddress());
                TcpConnection connection = server.accept()) {
              return talk.between(client, connection);
            }
          };
      return EventLoop.run(body);
    }

    /** All kinds of messages. */
    public static List<String> parts(String message, int piece) {
      return talk(
          (client, connection) -> {
            Tasks.async(() -> send(client, bytes(message), piece));
            List<String> parts = new ArrayList<>();
            parts.add(connection.readLine(100));
            parts.add(connection.readLine(100));
            parts.add(connection.readLine(100));
            parts.add(new String(connection.readFully(8), "UTF-8"));
            parts.add(new String(connection.readUntil(bytes("--"), 100), "UTF-8"));
            parts.add(new String(connection.readUntil(bytes("->"), 100), "UTF-8"));
            parts.add(connection.readLine(100, StandardCharsets.ISO_8859_1));
            ByteBuffer rest = ByteBuffer.allocate(4);
            connection.readFully(rest);
            parts.add(new String(rest.array(), "UTF-8"));
            connection.read(new byte[1]);
            parts.add(connection.readLine(100));
            return parts;
          });
    }

    @Suspendable
    private static void send(TcpConnection client, byte[] message, int piece) throws IOException {
      for (int i = 0; i < message.length; i += piece) {
        client.write(ByteBuffer.wrap(message, i, Math.min(piece, message.length - i)));
        Tasks.yieldNow();
      }
      client.shutdownOutput();
    }

    /** A counter runs beside the reader. */
    public static List<String> manyLines() {
      return talk(
          (client, connection) -> {
            client.write(bytes("line\n".repeat(5000)));
            client.shutdownOutput();
            int[] turns = {0};
            int before = turns[0];
            var other =
                Tasks.async(
                    () -> {
                      while (true) {
                        turns[0]++;
                        Tasks.yieldNow();
                      }
                    });
            int lines = 0;
            while (connection.readLine(10) != null) {
              lines++;
            }
            other.cancel();
            return List.of(
                lines + " lines",
                turns[0] - before >= 50
                    ? "the other ran between"
                    : "it ran " + turns[0] + " times");
          });
    }

    /** Five bytes are allowed. */
    public static List<String> limits() {
      return talk(
          (client, connection) -> {
            client.write(bytes("12345\n12345\r\n123456\n1234567890"));
            List<String> log = new ArrayList<>();
            log.add(connection.readLine(5));
            log.add(connection.readLine(5));
            log.add(failure(() -> connection.readLine(5)));
            log.add(connection.readLine(6));
            log.add(failure(() -> connection.readUntil(bytes("ab"), 5)));
            return log;
          });
    }

    @Suspendable
    private static String failure(TaskBody<?> body) throws Exception {
      try {
        return "" + body.run();
      } catch (IOException e) {
        return e.getClass().getSimpleName();
      }
    }

    /** No line feed ever comes. */
    public static String endless() {
      return talk(
          (client, connection) -> {
            var flood =
                Tasks.async(
                    () -> {
                      while (true) {
                        client.write(new byte[10_000]);
                      }
                    });
            String failure = failure(() -> connection.readLine(100_000));
            flood.cancel();
            return failure;
          });
    }

    /** Too early. */
    public static List<String> ends() {
      return talk(
          (client, connection) -> {
            client.write(bytes("abc"));
            client.shutdownOutput();
            List<String> messages = new ArrayList<>();
            messages.add(end(() -> connection.readLine(10)));
            messages.add(end(() -> connection.readUntil(bytes("||"), 10)));
            ByteBuffer target = ByteBuffer.allocate(4);
            messages.add(
                end(
                    () -> {
                      connection.readFully(target);
                      return null;
                    }));
            messages.add(new String(target.array(), 0, target.position(), "UTF-8"));
            return messages;
          });
    }

    @Suspendable
    private static String end(TaskBody<?> body) throws Exception {
      try {
        return "" + body.run();
      } catch (EOFException e) {
        return e.getMessage();
      }
    }

    /** Latin-1. */
    public static String malformed() {
      return talk(
          (client, connection) -> {
            client.write(new byte[] {'a', (byte) 0xff, '\n'});
            try {
              return connection.readLine(10);
            } catch (CharacterCodingException e) {
              return "coding";
            }
          });
    }

    /** Half of it has come. */
    public static List<String> cancelled() {
      return talk(
          (client, connection) -> {
            List<String> log = new ArrayList<>();
            client.write(bytes("abc"));
            try {
              Tasks.withTimeout(Duration.ofMillis(10), () -> connection.readLine(10));
            } catch (TimeoutException e) {
              log.add("timeout");
            }
            client.write(bytes("def\n"));
            log.add(connection.readLine(10));
            return log;
          });
    }

    /** More than the system takes at once. */
    public static List<Object> vectored(byte[] large) {
      return talk(
          (client, connection) -> {
            Tasks.async(
                () ->
                    client.write(
                        ByteBuffer.wrap(bytes("head\n")),
                        ByteBuffer.allocate(0),
                        ByteBuffer.wrap(large),
                        ByteBuffer.wrap(bytes("tail\n"))));
            String head = connection.readLine(10);
            byte[] body = connection.readFully(large.length);
            return List.of(
                head, Arrays.equals(large, body) ? body.length : -1, connection.readLine(10));
          });
    }

    /** Of the socket. */
    public static List<Boolean> options() {
      return talk(
          (client, connection) -> {
            client.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            client.setOption(StandardSocketOptions.TCP_NODELAY, false);
            return List.of(
                client.option(StandardSocketOptions.SO_KEEPALIVE),
                client.option(StandardSocketOptions.TCP_NODELAY));
          });
    }
  }
}
