package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.ServeReport;
import dev.respool.loop.StreamConnection;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import dev.respool.loop.UnixServer;
import dev.respool.loop.UnixSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UnixSocketTest {
  @TempDir Path directory;

  @Test
  void clients_are_served_over_a_path_which_is_deleted_at_the_end() throws Exception {
    Path path = directory.resolve("socket");
    assertEquals(
        List.of("one", "two", "ServeReport[accepted=2, failed=0, cut=0]"),
        Transformed.call(Program.class, "echo", path));
    assertFalse(Files.exists(path));
  }

  @Test
  void a_path_where_nobody_listens_is_an_exception_at_connect() throws Exception {
    assertEquals("failed", Transformed.call(Program.class, "nobody", directory.resolve("none")));
  }

  /** Transformed. */
  public static class Program {
    /** Echo. */
    public static List<String> echo(Path path) {
      return EventLoop.run(
          () -> {
            List<String> log = new ArrayList<>();
            try (UnixServer server = UnixServer.bind(path)) {
              Task<ServeReport> serving = Tasks.async(() -> server.serve(Program::echo));
              try (UnixSocket one = UnixSocket.connect(path);
                  UnixSocket two = UnixSocket.connect(path)) {
                two.write("two\n".getBytes(StandardCharsets.UTF_8));
                one.write("one\n".getBytes(StandardCharsets.UTF_8));
                log.add(one.readLine(10));
                log.add(two.readLine(10));
              }
              server.shutdown();
              log.add(serving.await().toString());
            }
            return log;
          });
    }

    @Suspendable
    private static void echo(StreamConnection client) throws IOException {
      client.write((client.readLine(10) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Nobody listens. */
    public static String nobody(Path path) {
      return EventLoop.run(
          () -> {
            try (UnixSocket socket = UnixSocket.connect(path)) {
              return socket.toString();
            } catch (IOException e) {
              return "failed";
            }
          });
    }
  }
}
