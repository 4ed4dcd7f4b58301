package dev.respool.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamedResponseTest {
  private static final String GET = "GET / HTTP/1.1\r\n\r\n";
  private static final String LAST = "GET / HTTP/1.1\r\nConnection: close\r\n\r\n";

  /** Ten parts with a wait between them, and what becomes of it. */
  private static final class Content implements StreamedContent {
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();

    @Override
    public void writeTo(ContentWriter writer) throws Exception {
      try {
        for (int i = 0; i < 10; i++) {
          Tasks.yieldNow();
          writer.write(Unpooled.copiedBuffer("part " + i + "\n", US_ASCII));
        }
      } catch (Exception e) {
        failed.complete(e);
        throw e;
      }
    }

    @Override
    public void close() {
      closed.complete(null);
    }
  }

  private static final int LENGTH = "part 0\n".length() * 10;

  private static HttpResponse streamed(StreamedContent content, int length) {
    StreamedHttpResponse response = new StreamedHttpResponse(HttpResponseStatus.OK, content);
    if (length >= 0) {
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, length);
    }
    return response;
  }

  @Test
  void content_of_known_length_is_sent_and_closed_and_the_connection_goes_on() throws Exception {
    Content content = new Content();
    try (HttpServer server = start(request -> streamed(content, LENGTH))) {
      String answers = exchange(server, GET + LAST);
      assertEquals(3, answers.split("part 9\n", -1).length, answers);
      assertTrue(answers.contains("content-length: 70"), answers);
      content.closed.get();
    }
  }

  @Test
  void content_of_unknown_length_is_sent_in_chunks() throws Exception {
    try (HttpServer server = start(request -> streamed(new Content(), -1))) {
      String answers = exchange(server, GET + LAST);
      assertEquals(3, answers.split("transfer-encoding: chunked", -1).length, answers);
      assertTrue(answers.endsWith("7\r\npart 9\n\r\n0\r\n\r\n"), answers);
    }
  }

  @Test
  void or_until_the_connection_ends_if_the_client_knows_no_chunks() throws Exception {
    try (HttpServer server = start(request -> streamed(new Content(), -1))) {
      String answer = exchange(server, "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
      assertFalse(answer.contains("chunked"), answer);
      assertTrue(answer.endsWith("part 8\npart 9\n"), answer);
    }
  }

  @Test
  void a_head_request_gets_the_head_only_and_the_content_is_closed() throws Exception {
    Content content = new Content();
    try (HttpServer server = start(request -> streamed(content, LENGTH))) {
      String answers = exchange(server, "HEAD / HTTP/1.1\r\n\r\n" + LAST.replace("GET", "HEAD"));
      assertEquals(3, answers.split("content-length: 70", -1).length, answers);
      assertFalse(answers.contains("part"), answers);
      content.closed.get();
    }
  }

  @Test
  void content_that_is_shorter_or_longer_than_it_says_ends_the_connection() throws Exception {
    try (HttpServer server = start(request -> streamed(new Content(), LENGTH + 1))) {
      assertTrue(exchange(server, GET).endsWith("part 9\n"));
    }
    Content content = new Content();
    try (HttpServer server = start(request -> streamed(content, LENGTH - 1))) {
      assertTrue(exchange(server, GET).endsWith("part 8\n"));
      assertEquals(
          "the content is longer than its Content-Length, 69 bytes",
          content.failed.get().getMessage());
      content.closed.get();
    }
  }

  @Test
  void a_client_that_does_not_read_is_given_up_after_the_idle_timeout() throws Exception {
    CompletableFuture<Throwable> failed = new CompletableFuture<>();
    HttpHandler endless = request -> streamed(writer -> writeForEver(writer, failed), -1);
    HttpServerBuilder builder = HttpServer.builder(endless).idleTimeout(Duration.ofMillis(200));
    try (HttpServer server = builder.bind(HttpServerTest.LOOPBACK);
        Socket socket = connect(server)) {
      socket.getOutputStream().write(GET.getBytes(US_ASCII));
      assertInstanceOf(TimeoutException.class, failed.get());
    }
  }

  @Suspendable
  private static void writeForEver(ContentWriter writer, CompletableFuture<Throwable> failed)
      throws Exception {
    try {
      while (true) {
        writer.write(Unpooled.wrappedBuffer(new byte[1 << 16]));
      }
    } catch (Exception e) {
      failed.complete(e);
      throw e;
    }
  }

  @Test
  void a_large_response_in_memory_does_not_outlive_a_client_that_does_not_read() throws Exception {
    byte[] large = new byte[1 << 26];
    HttpHandler handler =
        request ->
            new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(large));
    HttpServerBuilder builder = HttpServer.builder(handler).idleTimeout(Duration.ofMillis(200));
    HttpServer server = builder.bind(HttpServerTest.LOOPBACK);
    try (Socket socket = connect(server)) {
      socket.getOutputStream().write(GET.getBytes(US_ASCII));
      socket.getInputStream().read(); // the response has begun
      assertEquals(0, server.shutdown(Duration.ofSeconds(30)));
    }
  }

  @Test
  void a_large_response_in_memory_arrives_whole() throws Exception {
    String large = "0123456789".repeat(100_000);
    try (HttpServer server = start(request -> HttpServerTest.text(large))) {
      String answer = exchange(server, LAST);
      assertTrue(answer.endsWith("\r\n\r\n" + large));
    }
  }

  @Test
  void a_server_with_all_its_connections_accepts_when_one_of_them_ends() throws Exception {
    HttpServerBuilder builder = HttpServer.builder(HttpServerTest::echo).maxConnections(2);
    try (HttpServer server = builder.bind(HttpServerTest.LOOPBACK);
        Socket second = connect(server)) {
      Socket first = connect(server);
      // both have been accepted
      first.getOutputStream().write(GET.getBytes(US_ASCII));
      first.getInputStream().read();
      second.getOutputStream().write(GET.getBytes(US_ASCII));
      second.getInputStream().read();
      try (Socket third = connect(server)) {
        third.getOutputStream().write(LAST.getBytes(US_ASCII));
        third.setSoTimeout(200);
        assertThrows(SocketTimeoutException.class, () -> third.getInputStream().read());
        third.setSoTimeout(20_000);
        first.close();
        assertTrue(allOf(third).startsWith("HTTP/1.1 200"));
      }
    }
  }

  @Test
  void headers_may_be_as_long_as_the_server_allows() throws Exception {
    String longHeader =
        "GET / HTTP/1.1\r\nConnection: close\r\nA: " + "x".repeat(10_000) + "\r\n\r\n";
    try (HttpServer server = start(HttpServerTest::echo)) {
      assertTrue(exchange(server, longHeader).startsWith("HTTP/1.1 431"));
    }
    HttpServerBuilder builder = HttpServer.builder(HttpServerTest::echo).maxHeaderSize(20_000);
    try (HttpServer server = builder.bind(HttpServerTest.LOOPBACK)) {
      assertTrue(exchange(server, longHeader).startsWith("HTTP/1.1 200"));
    }
  }

  private static HttpServer start(HttpHandler handler) throws Exception {
    return HttpServer.builder(handler).bind(HttpServerTest.LOOPBACK);
  }

  private static Socket connect(HttpServer server) throws IOException {
    Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static String exchange(HttpServer server, String requests) throws IOException {
    try (Socket socket = connect(server)) {
      socket.getOutputStream().write(requests.getBytes(US_ASCII));
      return allOf(socket);
    }
  }

  private static String allOf(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
  }
}
