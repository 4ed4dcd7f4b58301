package dev.respool.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http2.Http2Error;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a client that sends the content of its request byte by byte. */
@Timeout(60)
class SlowUploadTest {
  /** One whose handler reads the content, and one whose handler gets whole requests. */
  static Stream<HttpServerBuilder> servers() {
    return Stream.of(
            HttpServer.streamingBuilder(SlowUploadTest::whole),
            HttpServer.builder(HttpServerTest::echo))
        .map(SlowUploadTest::impatient);
  }

  private static HttpServerBuilder impatient(HttpServerBuilder builder) {
    return builder
        .idleTimeout(Duration.ofHours(1))
        .minUploadRate(1_000_000, Duration.ofMillis(100));
  }

  @Suspendable
  private static HttpResponse whole(StreamedHttpRequest request) throws IOException {
    return HttpServerTest.echo(request.whole(1 << 20));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void over_http_1_it_is_answered_with_408_and_the_connection_ends(HttpServerBuilder builder)
      throws Exception {
    try (Log log = new Log();
        HttpServer server = builder.bind(HttpServerTest.LOOPBACK);
        Socket client = StreamedRequestTest.connect(server)) {
      StreamedRequestTest.send(client, "POST / HTTP/1.1\r\nContent-Length: 100000\r\n\r\n");
      while (client.getInputStream().available() == 0) {
        StreamedRequestTest.send(client, "x");
        Thread.sleep(5);
      }
      client.shutdownOutput();
      String answer = StreamedRequestTest.allOf(client);
      assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
      assertEquals(0, log.size());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void over_http_2_its_stream_is_answered_with_408_and_the_others_go_on(HttpServerBuilder builder)
      throws Exception {
    try (HttpServer server = builder.http2WithoutTls().bind(HttpServerTest.LOOPBACK);
        Http2Wire client = new Http2Wire(server)) {
      client.request(1, 0, "POST", "/slow");
      client.data(1, 0, 1);
      assertEquals("408", client.headers(1).status().toString());
      Http2Wire.Frame frame = client.read();
      while (!frame.is(Http2Wire.RST_STREAM, 1)) {
        frame = client.read();
      }
      assertEquals(Http2Error.NO_ERROR.code(), frame.number());
      client.request(3, Http2Wire.END_STREAM, "GET", "/next");
      assertEquals("200 GET /next", client.answer(3));
    }
  }

  @Test
  void a_handler_that_reads_learns_of_it() throws Exception {
    CompletableFuture<ContentException> failed = new CompletableFuture<>();
    StreamingHttpHandler handler =
        request -> {
          try {
            return whole(request);
          } catch (ContentException e) {
            failed.complete(e);
            throw e;
          }
        };
    HttpServerBuilder builder = impatient(HttpServer.streamingBuilder(handler));
    try (HttpServer server = builder.bind(HttpServerTest.LOOPBACK)) {
      StreamedRequestTest.exchange(server, "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nx");
      ContentException late = failed.get();
      assertEquals(HttpResponseStatus.REQUEST_TIMEOUT, late.status());
      assertTrue(late.getMessage().contains("more slowly"), late.getMessage());
    }
  }

  @Test
  void rates_and_grace_periods_are_not_negative() {
    HttpServerBuilder builder = HttpServer.builder(HttpServerTest::echo);
    assertThrows(
        IllegalArgumentException.class, () -> builder.minUploadRate(-1, Duration.ofSeconds(1)));
    assertThrows(
        IllegalArgumentException.class, () -> builder.minUploadRate(1, Duration.ofSeconds(-1)));
    builder.minUploadRate(0, Duration.ZERO);
  }
}
