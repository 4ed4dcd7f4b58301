package dev.respool.netty;

import static dev.respool.netty.Http2Wire.CONTINUATION;
import static dev.respool.netty.Http2Wire.DATA;
import static dev.respool.netty.Http2Wire.END_HEADERS;
import static dev.respool.netty.Http2Wire.END_STREAM;
import static dev.respool.netty.Http2Wire.HEADERS;
import static dev.respool.netty.Http2Wire.PING;
import static dev.respool.netty.Http2Wire.RST_STREAM;
import static dev.respool.netty.Http2Wire.SETTINGS;
import static dev.respool.netty.Http2Wire.WINDOW_UPDATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.loop.Tasks;
import dev.respool.netty.Http2Wire.Frame;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.codec.http2.Http2Error;
import java.io.IOException;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that send well-formed frames of HTTP/2 without end are disconnected. */
@Timeout(60)
class Http2FloodTest {
  private static final int FRAMES = 2_000_000;
  private static final long MAX_PINNED = 64L << 20;

  /** What is sent again and again; the number of the frame begins with zero. */
  private enum Flood {
    STREAMS_THAT_ARE_RESET(
        i -> both(head(i), new Frame(RST_STREAM, 0, stream(i), new byte[] {0, 0, 0, 8}))),
    STREAMS_THAT_THE_SERVER_HAS_TO_RESET(
        i -> both(head(i), new Frame(WINDOW_UPDATE, 0, stream(i), new byte[4]))),
    LONG_CONTINUATIONS(
        i -> new Frame(i == 0 ? HEADERS : CONTINUATION, 0, 1, new byte[1 << 14]).bytes()),
    HEADERS_WITHOUT_END(
        i -> new Frame(i == 0 ? HEADERS : CONTINUATION, 0, 1, field("x".repeat(100))).bytes()),
    EMPTY_CONTINUATIONS(i -> new Frame(i == 0 ? HEADERS : CONTINUATION, 0, 1, new byte[0]).bytes()),
    EMPTY_DATA(i -> i == 0 ? post() : new Frame(DATA, 0, 1, new byte[0]).bytes()),
    PINGS_WHOSE_ANSWERS_ARE_NOT_READ(i -> new Frame(PING, 0, 0, new byte[8]).bytes()),
    SETTINGS_WHOSE_ANSWERS_ARE_NOT_READ(i -> new Frame(SETTINGS, 0, 0, new byte[0]).bytes()),
    WINDOWS_BEYOND_THE_LIMIT(
        i -> new Frame(WINDOW_UPDATE, 0, 0, new byte[] {0x7f, -1, -1, -1}).bytes());

    private final IntFunction<byte[]> frames;

    Flood(IntFunction<byte[]> frames) {
      this.frames = frames;
    }

    private static int stream(int i) {
      return 2 * i + 1;
    }

    private static Frame head(int i) {
      int flags = END_HEADERS | END_STREAM;
      return new Frame(HEADERS, flags, stream(i), Http2Wire.head("GET", "/wait"));
    }

    private static byte[] post() {
      return new Frame(HEADERS, END_HEADERS, 1, Http2Wire.head("POST", "/")).bytes();
    }

    private static byte[] field(String value) {
      return Http2Wire.head("GET", "/", "a", value);
    }

    private static byte[] both(Frame first, Frame second) {
      byte[] bytes = new byte[first.bytes().length + second.bytes().length];
      System.arraycopy(first.bytes(), 0, bytes, 0, first.bytes().length);
      int length = second.bytes().length;
      System.arraycopy(second.bytes(), 0, bytes, first.bytes().length, length);
      return bytes;
    }
  }

  private static HttpServer start() throws Exception {
    StreamingHttpHandler handler =
        request -> {
          if (request.uri().equals("/wait")) {
            Tasks.sleep(Duration.ofDays(1));
          }
          return HttpServerTest.text(request.whole(1 << 20).content().readableBytes() + "");
        };
    return HttpServer.streamingBuilder(handler).http2WithoutTls().bind(HttpServerTest.LOOPBACK);
  }

  @ParameterizedTest
  @EnumSource(Flood.class)
  void a_flood_ends_its_connection_and_others_are_served(Flood flood) throws Exception {
    long before = pinned();
    try (Log log = new Log();
        HttpServer server = start();
        Http2Wire client = new Http2Wire(server);
        Http2Wire other = new Http2Wire(server)) {
      long most = 0;
      int sent = 0;
      try {
        for (; sent < FRAMES; sent++) {
          client.send(flood.frames.apply(sent));
          most = sent % 1000 == 0 ? Math.max(most, pinned() - before) : most;
        }
      } catch (IOException e) {
        most = Math.max(most, pinned() - before); // the server has closed the connection
      }
      assertTrue(sent < FRAMES, "the server goes on reading");
      assertTrue(most < MAX_PINNED, "buffers of " + most + " bytes");
      other.request(1, END_STREAM, "GET", "/");
      assertEquals("200 0", other.answer(1));
      assertEquals(0, log.size());
    }
  }

  private static long pinned() {
    return PooledByteBufAllocator.DEFAULT.pinnedDirectMemory();
  }

  @ParameterizedTest
  @CsvSource({"GET, '/a b'", "GET, '/a\r\nb'", "'G T', /", "'', /"})
  void a_head_that_is_no_request_keeps_no_memory(String method, String path) throws Exception {
    long before = pinned();
    try (HttpServer server = start()) {
      for (int i = 0; i < 40; i++) {
        try (Http2Wire client = new Http2Wire(server)) {
          for (int stream = 1; stream < 200; stream += 2) {
            client.request(stream, END_STREAM, method, path);
          }
          client.send(PING, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8);
          Frame frame = client.read();
          while (frame != null && frame.type() != PING) {
            frame = client.read();
          }
        }
      }
    }
    long kept = pinned() - before;
    assertTrue(kept < 500_000, kept + " bytes");
  }

  @Test
  void more_streams_than_allowed_are_refused_and_the_others_go_on() throws Exception {
    try (HttpServer server = start();
        Http2Wire client = new Http2Wire(server)) {
      for (int i = 0; i < 100; i++) {
        client.request(2 * i + 1, 0, "POST", "/");
      }
      client.request(201, 0, "POST", "/");
      Frame reset = client.read(RST_STREAM, 201);
      assertEquals(Http2Error.REFUSED_STREAM.code(), reset.number());
      client.data(1, END_STREAM, 5);
      assertEquals("200 5", client.answer(1));
    }
  }
}
