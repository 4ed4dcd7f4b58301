package dev.respool.netty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Semaphore;
import dev.respool.loop.TaskScope;
import dev.respool.loop.TcpConnection;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sends damaged frames of HTTP/2: the server ends each connection itself, answers none with 500,
 * keeps no memory and serves others meanwhile. {@code -Dfuzz.frames=N} sends more of them.
 */
class DamagedFramesTest {
  private static final long FIRST_SEED = 1;
  private static final int CONNECTIONS = Integer.getInteger("fuzz.frames", 600);
  private static final int AT_ONCE = 100;
  private static final int SERVED_EVERY = 20;
  private static final Duration IDLE = Duration.ofMillis(300);
  private static final Duration HANGS = Duration.ofSeconds(20);
  private static final long MAX_PINNED = 100L << 20; // of a hundred connections at once

  private final Map<String, Integer> seen = new TreeMap<>();
  private final Semaphore connections = new Semaphore(AT_ONCE);
  private long mostPinned;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Timeout(3600)
  void the_server_ends_the_connection_and_serves_others(boolean streaming) throws Exception {
    long before = pinned();
    HttpServerBuilder builder =
        streaming
            ? HttpServer.streamingBuilder(DamagedFramesTest::answer)
            : HttpServer.builder(HttpServerTest::echo);
    try (Log log = new Log("");
        HttpServer server =
            builder.http2WithoutTls().idleTimeout(IDLE).bind(HttpServerTest.LOOPBACK)) {
      EventLoop.run(() -> sendAll(server));
      assertEquals(List.of(), log.records().stream().map(LogRecord::getMessage).toList());
    }
    assertTrue(mostPinned < MAX_PINNED, "buffers of " + mostPinned + " bytes at once");
    assertTrue(
        pinned() <= before + (1 << 20), "buffers of " + pinned() + " bytes were not released");
    for (String outcome : new String[] {"200", "100", "RST_STREAM 1", "GOAWAY 0", "GOAWAY 1"}) {
      assertTrue(seen.containsKey(outcome) || !streaming && outcome.equals("100"), seen::toString);
    }
  }

  private static long pinned() {
    PooledByteBufAllocator allocator = PooledByteBufAllocator.DEFAULT;
    return allocator.pinnedDirectMemory() + allocator.pinnedHeapMemory();
  }

  @Suspendable
  private static HttpResponse answer(StreamedHttpRequest request) throws Exception {
    return switch (request.uri()) {
      case "/ignore" -> HttpServerTest.text("ignored");
      case "/whole" -> HttpServerTest.echo(request.whole(1 << 20));
      case "/echo" ->
          new StreamedHttpResponse(
              HttpResponseStatus.OK,
              writer -> {
                for (ByteBuf part : request.content()) {
                  writer.write(part.retainedSlice());
                }
              });
      default -> HttpServerTest.text(count(request.content()) + " bytes");
    };
  }

  @Suspendable
  private static long count(ContentReader content) {
    long count = 0;
    for (ByteBuf part : content) {
      count += part.readableBytes();
    }
    return count;
  }

  @Suspendable
  private void sendAll(HttpServer server) {
    TaskScope.failFast(
        scope -> {
          for (long seed = FIRST_SEED; seed < FIRST_SEED + CONNECTIONS; seed++) {
            long next = seed;
            connections.acquire();
            scope.async(() -> send(server, next));
          }
        });
  }

  @Suspendable
  private void send(HttpServer server, long seed) throws IOException {
    try {
      record(exchange(server, DamagedFrames.of(seed), "seed " + seed));
      if (seed % SERVED_EVERY == 0) {
        byte[] good = new Http2Wire.Frame(1, 5, 1, Http2Wire.head("GET", "/count")).bytes();
        Map<String, Integer> before = new TreeMap<>(seen);
        record(exchange(server, good, "a good request"));
        assertTrue(seen.getOrDefault("200", 0) > before.getOrDefault("200", 0), "is not served");
      }
    } finally {
      mostPinned = Math.max(mostPinned, pinned());
      connections.release();
    }
  }

  /** What the server sends until it closes the connection. */
  @Suspendable
  private static byte[] exchange(HttpServer server, byte[] frames, String what) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (TcpConnection connection = TcpConnection.connect(server.address())) {
      connection.setIdleTimeout(HANGS);
      connection.write(Http2Wire.PREFACE);
      connection.write(new Http2Wire.Frame(Http2Wire.SETTINGS, 0, 0, new byte[0]).bytes());
      connection.write(frames);
      ByteBuffer part = ByteBuffer.allocate(1 << 13);
      while (connection.read(part) >= 0) {
        answer.write(part.array(), 0, part.position());
        part.clear();
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the server hangs with " + what, e);
    } catch (IOException e) {
      // it has closed the connection before it had read all; what came before counts
    }
    return answer.toByteArray();
  }

  /** Counts what the server has done with its streams and its connection. */
  private void record(byte[] answer) {
    DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(answer);
    while (bytes.remaining() >= 9) {
      int first = bytes.getInt();
      int flags = bytes.get();
      int stream = bytes.getInt();
      byte[] payload =
          new byte[Math.min(first >>> 8, bytes.remaining())]; // the last may be cut off
      bytes.get(payload);
      Http2Wire.Frame frame = new Http2Wire.Frame(first & 0xff, flags, stream, payload);
      switch (frame.type()) {
        case Http2Wire.HEADERS -> seen.merge(status(decoder, frame), 1, Integer::sum);
        case Http2Wire.RST_STREAM -> seen.merge("RST_STREAM " + frame.number(), 1, Integer::sum);
        case Http2Wire.GOAWAY ->
            seen.merge("GOAWAY " + ByteBuffer.wrap(payload).getInt(4), 1, Integer::sum);
        default -> {}
      }
    }
  }

  private static String status(DefaultHttp2HeadersDecoder decoder, Http2Wire.Frame frame) {
    try {
      ByteBuf block = Unpooled.wrappedBuffer(frame.payload());
      CharSequence status = decoder.decodeHeaders(frame.stream(), block).status();
      return status == null ? "trailers" : status.toString();
    } catch (Http2Exception e) {
      return "unknown"; // its table has another size, as the client has wished
    }
  }

  @Test
  void a_seed_gives_the_same_frames_each_time() {
    for (long seed = 0; seed < 100; seed++) {
      assertArrayEquals(DamagedFrames.of(seed), DamagedFrames.of(seed));
    }
  }
}
