package dev.respool.netty;

import static dev.respool.netty.Http2Wire.END_STREAM;
import static dev.respool.netty.Http2Wire.GOAWAY;
import static dev.respool.netty.Http2Wire.PING;
import static dev.respool.netty.Http2Wire.RST_STREAM;
import static dev.respool.netty.Http2Wire.WINDOW;
import static dev.respool.netty.Http2Wire.WINDOW_UPDATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 without TLS, and how the content of its requests is read while it arrives. */
@Timeout(60)
class StreamedHttp2RequestTest {
  private final CompletableFuture<Void> go = new CompletableFuture<>();
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final CompletableFuture<Exception> failed = new CompletableFuture<>();

  @Suspendable
  private HttpResponse handle(StreamedHttpRequest request) throws Exception {
    try {
      started.complete(null);
      return switch (request.uri()) {
        case "/ignore" -> HttpServerTest.text("ignored");
        case "/wait" -> {
          Tasks.await(go);
          yield count(request);
        }
        default -> count(request);
      };
    } catch (Exception e) {
      failed.complete(e);
      throw e;
    }
  }

  @Suspendable
  private static HttpResponse count(StreamedHttpRequest request) throws IOException {
    long count = 0;
    for (ByteBuf part = request.content().read(); part != null; part = request.content().read()) {
      count += part.readableBytes();
      part.release();
    }
    return HttpServerTest.text(count + "");
  }

  private HttpServerBuilder builder() {
    return HttpServer.streamingBuilder(this::handle).http2WithoutTls();
  }

  private HttpServer start() throws Exception {
    return builder().maxContentLength(1 << 20).bind(HttpServerTest.LOOPBACK);
  }

  @Test
  void one_port_serves_http_2_and_http_1() throws Exception {
    try (HttpServer server =
            HttpServer.builder(HttpServerTest::echo)
                .http2WithoutTls()
                .bind(HttpServerTest.LOOPBACK);
        Http2Wire client = new Http2Wire(server)) {
      client.request(1, END_STREAM, "GET", "/2");
      assertEquals("200 GET /2", client.answer(1));
      String get = "GET /1 HTTP/1.1\r\nConnection: close\r\n\r\n";
      assertTrue(StreamedRequestTest.exchange(server, get).endsWith("GET /1 \n"));
      String almost = get.replace("GET", "PRI");
      assertTrue(StreamedRequestTest.exchange(server, almost).endsWith("PRI /1 \n"));
    }
  }

  @Test
  void without_the_option_there_is_no_http_2() throws Exception {
    try (HttpServer server =
            HttpServer.streamingBuilder(this::handle).bind(HttpServerTest.LOOPBACK);
        Socket socket = StreamedRequestTest.connect(server)) {
      socket.getOutputStream().write(Http2Wire.PREFACE);
      socket.shutdownOutput();
      assertFalse(started.isDone());
    }
  }

  @Test
  void a_client_that_does_not_say_what_it_speaks_is_disconnected() throws Exception {
    try (HttpServer server =
            builder().idleTimeout(Duration.ofMillis(100)).bind(HttpServerTest.LOOPBACK);
        Socket silent = StreamedRequestTest.connect(server);
        Socket slow = StreamedRequestTest.connect(server)) {
      StreamedRequestTest.send(slow, "PRI * HTTP");
      assertEquals("", StreamedRequestTest.allOf(slow));
      assertEquals("", StreamedRequestTest.allOf(silent));
    }
  }

  @Test
  void tls_and_http_2_without_it_exclude_each_other() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(null, null);
    HttpServerBuilder builder = builder().tls(SslContextBuilder.forServer(keys).build());
    assertThrows(IllegalStateException.class, () -> builder.bind(HttpServerTest.LOOPBACK));
  }

  @Test
  void the_window_is_not_opened_while_nobody_reads_and_other_streams_go_on() throws Exception {
    try (HttpServer server = start();
        Http2Wire client = new Http2Wire(server)) {
      client.read(WINDOW_UPDATE, 0); // room for the content of all streams
      client.request(1, 0, "POST", "/wait");
      client.data(1, 0, WINDOW);
      client.request(3, 0, "POST", "/count");
      client.data(3, END_STREAM, WINDOW);
      assertEquals("200 " + WINDOW, client.answer(3));
      Thread.sleep(100);
      client.send(PING, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8);
      for (Http2Wire.Frame frame = client.read(); frame.type() != PING; frame = client.read()) {
        assertFalse(frame.is(WINDOW_UPDATE, 1));
      }
      go.complete(null);
      int opened = 0;
      while (opened < WINDOW / 2) {
        opened += client.read(WINDOW_UPDATE, 1).number();
      }
      client.data(1, END_STREAM, opened);
      assertEquals("200 " + (WINDOW + opened), client.answer(1));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void frames_of_an_unknown_type_are_ignored(boolean streaming) throws Exception {
    HttpServerBuilder whole = HttpServer.builder(HttpServerTest::echo).http2WithoutTls();
    try (HttpServer server = (streaming ? builder() : whole).bind(HttpServerTest.LOOPBACK);
        Http2Wire client = new Http2Wire(server)) {
      client.request(1, 0, "POST", "/");
      client.data(1, 0, 5);
      client.send(0x42, 0, 1, 1, 2, 3);
      client.data(1, END_STREAM, 5);
      assertTrue(client.answer(1).startsWith("200 "));
    }
  }

  @Test
  void content_that_nobody_reads_is_skipped_and_then_stopped_without_a_fault() throws Exception {
    try (HttpServer server = start();
        Http2Wire client = new Http2Wire(server)) {
      client.request(1, 0, "POST", "/ignore");
      client.data(1, END_STREAM, 1000);
      assertEquals("200 ignored", client.answer(1));
      client.request(3, 0, "POST", "/ignore", "content-length", "900000");
      assertEquals("200 ignored", client.answer(3));
      assertEquals(Http2Error.NO_ERROR.code(), client.read(RST_STREAM, 3).number());
      client.data(3, 0, 1000); // was on its way
      assertEquals(Http2Error.STREAM_CLOSED.code(), client.read(RST_STREAM, 3).number());
      client.request(5, END_STREAM, "GET", "/");
      assertEquals("200 0", client.answer(5));
    }
  }

  @Test
  void too_much_content_is_refused() throws Exception {
    try (HttpServer server = builder().maxContentLength(4).bind(HttpServerTest.LOOPBACK);
        Http2Wire client = new Http2Wire(server)) {
      client.request(1, 0, "POST", "/", "content-length", "5");
      assertEquals("413", client.headers(1).status().toString());
      client.request(3, 0, "POST", "/");
      client.data(3, END_STREAM, 5);
      assertEquals("413", client.headers(3).status().toString());
    }
  }

  @Test
  void a_client_that_expects_100_gets_it() throws Exception {
    try (HttpServer server = start();
        Http2Wire client = new Http2Wire(server)) {
      client.request(1, 0, "POST", "/", "expect", "100-continue");
      assertEquals("100", client.headers(1).status().toString());
      client.data(1, END_STREAM, 5);
      assertEquals("200 5", client.answer(1));
    }
  }

  @Test
  void the_reader_is_cancelled_when_the_client_resets_the_stream() throws Exception {
    try (Log log = new Log();
        HttpServer server = start();
        Http2Wire client = new Http2Wire(server)) {
      client.request(1, 0, "POST", "/wait");
      started.get();
      client.send(RST_STREAM, 0, 1, 0, 0, 0, 8);
      assertInstanceOf(CancellationException.class, failed.get());
      assertEquals(List.of(), log.records());
    }
  }

  @Test
  void content_that_contradicts_its_length_fails_its_reader_and_is_not_logged() throws Exception {
    try (Log log = new Log();
        HttpServer server = start();
        Http2Wire client = new Http2Wire(server)) {
      client.request(1, 0, "POST", "/", "content-length", "5");
      client.data(1, END_STREAM, 4);
      assertInstanceOf(IOException.class, failed.get());
      assertEquals(Http2Error.PROTOCOL_ERROR.code(), client.read(RST_STREAM, 1).number());
      client.request(3, END_STREAM, "GET", "/");
      assertEquals("200 0", client.answer(3));
      assertEquals(List.of(), log.records());
    }
  }

  @Test
  void shutdown_lets_the_content_of_a_stream_arrive() throws Exception {
    HttpServer server = start();
    try (Http2Wire client = new Http2Wire(server)) {
      client.request(1, 0, "POST", "/");
      client.data(1, 0, 10);
      started.get();
      CompletableFuture<Integer> cut = new CompletableFuture<>();
      new Thread(() -> cut.completeAsync(() -> shutdown(server))).start();
      client.read(GOAWAY, 0);
      client.data(1, END_STREAM, 10);
      assertEquals("200 20", client.answer(1));
      assertEquals(0, cut.get());
      assertNull(client.read());
    }
  }

  private static int shutdown(HttpServer server) {
    try {
      return server.shutdown(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
