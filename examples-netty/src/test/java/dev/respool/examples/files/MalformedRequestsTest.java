package dev.respool.examples.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Semaphore;
import dev.respool.loop.TaskScope;
import dev.respool.loop.TcpConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends damaged requests: the server never hangs, never fails and never tells of what is outside of
 * its directory. {@code -Dfuzz.requests=N} sends more of them.
 */
class MalformedRequestsTest {
  private static final long FIRST_SEED = 1;
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 600);
  private static final int AT_ONCE = 100;
  private static final Duration HANGS = Duration.ofSeconds(30);
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");

  private final Map<String, Integer> statuses = new TreeMap<>();
  private final Semaphore connections = new Semaphore(AT_ONCE);
  @TempDir private Path directory;

  @Test
  @Timeout(600)
  void the_server_answers_or_closes_and_survives() throws Exception {
    try (RunningFileServer server = new RunningFileServer(directory, "--idle", "1")) {
      EventLoop.run(() -> sendAll(server));
      String good = "GET /digits.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
      assertTrue(server.exchange(good).endsWith(RunningFileServer.DIGITS));
    }
    for (String status : new String[] {"200", "206", "400", "404", "405"}) {
      assertTrue(statuses.containsKey(status), statuses.toString());
    }
  }

  @Suspendable
  private void sendAll(RunningFileServer server) {
    TaskScope.failFast(
        scope -> {
          for (long seed = FIRST_SEED; seed < FIRST_SEED + REQUESTS; seed++) {
            long next = seed;
            connections.acquire();
            scope.async(() -> send(server, next));
          }
        });
  }

  @Suspendable
  private void send(RunningFileServer server, long seed) throws IOException {
    try {
      check(seed, exchange(server, seed));
    } finally {
      connections.release();
    }
  }

  @Suspendable
  private static String exchange(RunningFileServer server, long seed) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (TcpConnection connection = TcpConnection.connect(server.address())) {
      connection.setIdleTimeout(HANGS);
      connection.write(MalformedRequest.of(seed));
      ByteBuffer part = ByteBuffer.allocate(1 << 13);
      while (connection.read(part) >= 0) {
        answer.write(part.array(), 0, part.position());
        part.clear();
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the server hangs with " + describe(seed), e);
    } catch (IOException e) {
      // it has closed the connection before it had read all; what came before counts
    }
    return answer.toString(StandardCharsets.ISO_8859_1);
  }

  private void check(long seed, String answer) {
    assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 "), () -> describe(seed) + answer);
    assertFalse(answer.contains(RunningFileServer.SECRET), () -> describe(seed));
    for (MatchResult status : STATUS.matcher(answer).results().toList()) {
      statuses.merge(status.group(1), 1, Integer::sum);
      assertTrue(status.group(1).compareTo("500") < 0, () -> describe(seed) + answer);
    }
  }

  private static String describe(long seed) {
    String request = new String(MalformedRequest.of(seed), StandardCharsets.ISO_8859_1);
    String shown = request.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
    return "seed " + seed + ", the request\n" + shown.replaceAll("x{100,}", "xxx...") + "\n";
  }

  @Test
  void a_seed_gives_the_same_request_each_time() {
    for (long seed = 0; seed < 100; seed++) {
      String request = new String(MalformedRequest.of(seed), StandardCharsets.ISO_8859_1);
      assertEquals(request, new String(MalformedRequest.of(seed), StandardCharsets.ISO_8859_1));
    }
  }
}
