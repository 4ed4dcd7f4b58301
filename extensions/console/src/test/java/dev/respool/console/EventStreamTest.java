package dev.respool.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What viewers get, however many there are and however slow. */
@Timeout(120)
class EventStreamTest {
  private static final String REQUEST = "GET /events HTTP/1.1";
  private static final int SMALL = 2048; // bytes that a client buffers
  private static final int LARGE = 1 << 18;
  private static final String HOST = "Host: localhost";

  private Program program;
  private Console console;

  @BeforeEach
  void begin() throws IOException {
    console = Console.builder().period(Duration.ofMillis(50)).maxViewers(2).start();
    program = new Program();
  }

  @AfterEach
  void end() throws Exception {
    console.close();
    program.close();
  }

  /** Somebody who reads. */
  private final class Reader implements AutoCloseable {
    private final Socket socket = Wire.open(console, LARGE, REQUEST, HOST);
    private final BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));

    Reader() throws IOException {}

    /** Reads until there is such an event. */
    String event(String with) throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: ") && line.contains(with)) {
          return line;
        }
      }
      throw new IOException("the stream has ended");
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void the_first_event_says_everything_and_the_next_ones_what_has_changed() throws IOException {
    try (Reader reader = new Reader()) {
      String first = reader.event("keeper");
      assertTrue(first.contains("{\"full\":true"), first);
      String next = reader.event("\"full\":false");
      assertTrue(next.contains("\"rows\":[],\"gone\":[]"), next);
      Task<?> late = program.spawn("late", () -> Tasks.sleep(Duration.ofHours(1)));
      String told = reader.event("\"id\":2,\"parent\":0,\"name\":\"late\"");
      assertFalse(told.contains("keeper"), told);
      late.cancel();
      reader.event("\"gone\":[2]");
    }
  }

  @Test
  void one_who_does_not_read_does_not_hold_up_the_others() throws Exception {
    program.sleepers(9_000); // what is told of them is more than what sockets buffer
    try (Socket lazy = Wire.open(console, SMALL, REQUEST, HOST);
        Reader reader = new Reader()) {
      for (int i = 0; i < 3; i++) {
        reader.event("");
      }
      assertTrue(lazy.isConnected());
    }
  }

  @Test
  void so_many_viewers_are_served_and_no_more_until_one_goes() throws IOException {
    try (Reader one = new Reader()) {
      one.event("keeper");
      try (Reader two = new Reader()) {
        two.event("keeper");
        Wire.Response refused = Wire.send(console, REQUEST, HOST);
        assertEquals(503, refused.status());
        assertTrue(refused.body().contains("has its 2 viewers"), refused.body());
      }
      awaitPlace();
    }
  }

  /** A viewer that has gone is noticed when something is sent to it. */
  private void awaitPlace() throws IOException {
    while (true) {
      try (Reader again = new Reader()) {
        again.event("keeper");
        return;
      } catch (IOException e) {
        assertEquals("the stream has ended", e.getMessage());
      }
    }
  }

  @Test
  void nothing_is_read_when_nobody_looks() throws Exception {
    try (Reader reader = new Reader()) {
      reader.event("keeper");
      assertTrue(isReading());
    }
    while (isReading()) {
      Thread.onSpinWait();
    }
    try (Reader reader = new Reader()) {
      reader.event("keeper");
    }
  }

  private static boolean isReading() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("respool-console"));
  }
}
