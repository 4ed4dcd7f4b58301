package dev.respool.netty;

import static dev.respool.netty.StreamedRequestTest.LOOPBACK;
import static dev.respool.netty.StreamedRequestTest.allOf;
import static dev.respool.netty.StreamedRequestTest.connect;
import static dev.respool.netty.StreamedRequestTest.exchange;
import static dev.respool.netty.StreamedRequestTest.send;
import static dev.respool.netty.StreamedRequestTest.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of content that cannot be read to its end. */
@Timeout(60)
class RefusedContentTest {
  private static final String POST = "POST / HTTP/1.1\r\n";

  @Suspendable
  private static HttpResponse count(StreamedHttpRequest request) {
    int count = 0;
    for (ByteBuf part : request.content()) {
      count += part.readableBytes();
    }
    return HttpServerTest.text(count + " bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "413, Content-Length: 9\\r\\n\\r\\n123456789",
    "413, Transfer-Encoding: chunked\\r\\n\\r\\n9\\r\\n123456789\\r\\n0\\r\\n\\r\\n",
    "413, Transfer-Encoding: chunked\\r\\n\\r\\n7\\r\\n1234567\\r\\n2\\r\\n12\\r\\n0\\r\\n\\r\\n",
    "400, Transfer-Encoding: chunked\\r\\n\\r\\n2\\r\\n12\\r\\nzz\\r\\n",
    "400, Transfer-Encoding: chunked\\r\\n\\r\\n2\\r\\n123\\r\\n0\\r\\n\\r\\n",
    "400, Transfer-Encoding: chunked\\r\\n\\r\\n-2\\r\\n",
    "400, Content-Length: -1\\r\\n\\r\\n",
    "400, Content-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n",
    "408, Content-Length: 8\\r\\n\\r\\n123",
    "408, Transfer-Encoding: chunked\\r\\n\\r\\n8\\r\\n123",
  })
  void the_client_is_told_the_fault_of_its_content_and_nothing_is_logged(int status, String rest)
      throws Exception {
    try (Log log = new Log();
        HttpServer server =
            HttpServer.streamingBuilder(RefusedContentTest::count)
                .maxContentLength(8)
                .idleTimeout(Duration.ofMillis(200))
                .bind(LOOPBACK)) {
      String answer = exchange(server, POST + rest.replace("\\r\\n", "\r\n"));
      assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
      assertEquals(0, log.size());
    }
  }

  @Test
  void too_much_content_is_refused_in_its_turn_and_the_connection_goes_on() throws Exception {
    String tooLong = POST + "Content-Length: 9\r\n\r\n123456789";
    String chunks = POST + "Transfer-Encoding: chunked\r\n\r\n9\r\n123456789\r\n0\r\n\r\n";
    String last = POST + "Connection: close\r\nContent-Length: 8\r\n\r\n12345678";
    try (HttpServer server =
        HttpServer.streamingBuilder(RefusedContentTest::count).maxContentLength(8).bind(LOOPBACK)) {
      String answers = exchange(server, tooLong + chunks + last);
      assertEquals(3, answers.split("HTTP/1.1 413", -1).length, answers);
      assertTrue(answers.endsWith("8 bytes"), answers);
    }
  }

  @Test
  void a_handler_chooses_the_limit_of_a_request() throws Exception {
    StreamingHttpHandler handler =
        request -> {
          request.content().limit(9);
          return count(request);
        };
    try (HttpServer server =
        HttpServer.streamingBuilder(handler).maxContentLength(8).bind(LOOPBACK)) {
      String close = POST + "Connection: close\r\n";
      assertTrue(
          exchange(server, close + "Content-Length: 9\r\n\r\n123456789").endsWith("9 bytes"));
      assertTrue(
          exchange(server, close + "Content-Length: 10\r\n\r\n1234567890")
              .startsWith("HTTP/1.1 413"));
    }
  }

  @Test
  void a_whole_request_has_a_limit_of_its_own() throws Exception {
    StreamingHttpHandler handler = request -> HttpServerTest.echo(request.whole(4));
    try (HttpServer server = start(handler)) {
      String answers =
          exchange(
              server,
              POST
                  + "Transfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n"
                  + POST
                  + "Connection: close\r\nContent-Length: 5\r\n\r\nabcde");
      assertTrue(answers.contains("POST / abcd\n"), answers);
      assertTrue(answers.contains("HTTP/1.1 413"), answers);
    }
  }

  @Test
  void the_handler_learns_of_malformed_content_and_can_answer() throws Exception {
    StreamingHttpHandler handler =
        request -> {
          for (int i = 0; i < 2; i++) { // it stays malformed
            ContentException fault = (ContentException) failureOf(request.content());
            assertEquals(HttpResponseStatus.BAD_REQUEST, fault.status());
          }
          return HttpServerTest.text("no thanks");
        };
    try (HttpServer server = start(handler)) {
      String answer = exchange(server, POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertTrue(answer.contains("connection: close"), answer);
      assertTrue(answer.endsWith("no thanks"), answer);
    }
  }

  @Suspendable
  private static IOException failureOf(ContentReader content) {
    try {
      readAll(content);
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  @Suspendable
  private static void readAll(ContentReader content) throws IOException {
    for (ByteBuf part = content.read(); part != null; part = content.read()) {
      part.release();
    }
  }

  @Test
  void a_handler_can_limit_the_time_of_its_reads() throws Exception {
    StreamingHttpHandler handler =
        request -> {
          try {
            Tasks.withTimeout(Duration.ofMillis(50), () -> readAll(request.content()));
            return HttpServerTest.text("read");
          } catch (TimeoutException e) {
            return HttpServerTest.text("too slow");
          }
        };
    try (HttpServer server = start(handler);
        Socket socket = connect(server)) {
      send(socket, POST + "Connection: close\r\nContent-Length: 4\r\n\r\nab");
      byte[] status = socket.getInputStream().readNBytes(12); // before the content has ended
      assertEquals("HTTP/1.1 200", new String(status));
      send(socket, "cd");
      assertTrue(allOf(socket).endsWith("too slow"));
    }
  }

  /** The handler reads, then waits; what it learns is completed here. */
  private record Reading(
      CompletableFuture<Void> started,
      CompletableFuture<IOException> incomplete,
      CompletableFuture<Throwable> ended) {
    Reading() {
      this(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
    }

    @Suspendable
    HttpResponse handle(StreamedHttpRequest request) throws Exception {
      try {
        request.content().read().release();
        started.complete(null);
        incomplete.complete(failureOf(request.content()));
        Tasks.sleep(Duration.ofDays(1));
        return HttpServerTest.text("");
      } catch (Exception e) {
        ended.complete(e);
        throw e;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ab, false", "abcd, true"})
  void the_handler_is_cancelled_when_the_client_closes(String sent, boolean complete)
      throws Exception {
    Reading reading = new Reading();
    try (Log log = new Log();
        HttpServer server = start(reading::handle)) {
      Socket socket = connect(server);
      send(socket, POST + "Content-Length: 4\r\n\r\n" + sent);
      reading.started.get();
      socket.close();
      assertInstanceOf(CancellationException.class, reading.ended.get());
      assertEquals(complete, reading.incomplete.get() == null);
      assertEquals(0, log.size());
    }
  }

  @Test
  void a_reader_that_cannot_be_cancelled_learns_that_the_client_has_gone() throws Exception {
    CompletableFuture<Void> started = new CompletableFuture<>();
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    StreamingHttpHandler handler =
        request -> {
          Tasks.shielded(
              () -> {
                started.complete(null);
                ended.complete(failureOf(request.content()));
              });
          throw new IOException("the content is not complete");
        };
    try (Log log = new Log();
        HttpServer server = start(handler)) {
      Socket socket = connect(server);
      send(socket, POST + "Content-Length: 4\r\n\r\nab");
      started.get();
      socket.close();
      assertInstanceOf(EOFException.class, ended.get());
      assertEquals(0, log.size());
    }
  }

  @Test
  void a_handler_of_a_request_without_content_is_cancelled_when_the_client_closes()
      throws Exception {
    CompletableFuture<Void> started = new CompletableFuture<>();
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    StreamingHttpHandler handler =
        request -> {
          try {
            started.complete(null);
            Tasks.sleep(Duration.ofDays(1));
            return HttpServerTest.text("");
          } catch (CancellationException e) {
            ended.complete(e);
            throw e;
          }
        };
    try (HttpServer server = start(handler)) {
      Socket socket = connect(server);
      send(socket, "GET / HTTP/1.1\r\n\r\n");
      started.get();
      socket.close();
      assertNotNull(ended.get());
    }
  }

  @Test
  void shutdown_lets_content_that_has_begun_arrive_and_closes_idle_connections() throws Exception {
    CompletableFuture<Void> started = new CompletableFuture<>();
    StreamingHttpHandler handler =
        request -> {
          started.complete(null);
          return count(request);
        };
    HttpServer server = start(handler);
    try (Socket busy = connect(server);
        Socket idle = connect(server)) {
      send(busy, POST + "Content-Length: 4\r\n\r\nab");
      started.get();
      CompletableFuture<Integer> cut =
          CompletableFuture.supplyAsync(() -> shutdown(server, Duration.ofSeconds(30)));
      assertEquals("", allOf(idle));
      send(busy, "cd");
      String answer = allOf(busy);
      assertTrue(answer.endsWith("4 bytes"), answer);
      assertTrue(answer.contains("connection: close"), answer);
      assertEquals(0, cut.get());
    }
  }

  @Test
  void shutdown_cancels_a_handler_that_waits_for_content_after_the_grace_period() throws Exception {
    Reading reading = new Reading();
    HttpServer server = start(reading::handle);
    try (Socket socket = connect(server)) {
      send(socket, POST + "Content-Length: 4\r\n\r\nab");
      reading.started.get();
      assertEquals(1, shutdown(server, Duration.ofMillis(50)));
      assertInstanceOf(EOFException.class, reading.incomplete.getNow(null));
      assertInstanceOf(CancellationException.class, reading.ended.getNow(null));
    }
  }

  private static int shutdown(HttpServer server, Duration grace) {
    try {
      return server.shutdown(grace);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
