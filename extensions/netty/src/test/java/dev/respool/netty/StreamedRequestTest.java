package dev.respool.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the content of requests is read while it arrives, over HTTP/1. */
@Timeout(60)
class StreamedRequestTest {
  private static final String IN_CHUNKS =
      "POST %s HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "3\r\nabc\r\n5\r\ndefgh\r\n0\r\nX-End: here\r\n\r\n";
  private static final String WITH_LENGTH = "POST %s HTTP/1.1\r\nContent-Length: 8\r\n\r\nabcdefgh";
  private static final String LAST = "GET /last HTTP/1.1\r\nConnection: close\r\n\r\n";

  @Suspendable
  private static HttpResponse tell(StreamedHttpRequest request) throws IOException {
    String content =
        switch (request.uri()) {
          case "/parts" -> parts(request.content());
          case "/buffer" -> buffered(request.content());
          case "/mixed" -> mixed(request.content());
          case "/whole" -> request.whole(100).content().toString(US_ASCII);
          default -> parts(request.content());
        };
    String end = request.content().trailers().get("X-End", "");
    return HttpServerTest.text("[" + request.uri() + " " + content + " " + end + "]\n");
  }

  @Suspendable
  private static String parts(ContentReader content) {
    StringBuilder all = new StringBuilder();
    for (ByteBuf part : content) {
      all.append(part.toString(US_ASCII));
    }
    return all.toString();
  }

  @Suspendable
  private static String buffered(ContentReader content) throws IOException {
    StringBuilder all = new StringBuilder();
    ByteBuffer buffer = ByteBuffer.allocate(2);
    while (content.read(buffer.clear()) >= 0) {
      all.append(US_ASCII.decode(buffer.flip()));
    }
    return all.toString();
  }

  /** A part of a part, the rest of it, and the rest of all. */
  @Suspendable
  private static String mixed(ContentReader content) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    content.read(one);
    assertEquals(0, content.read(one));
    ByteBuf part = content.read();
    String first = US_ASCII.decode(one.flip()) + part.toString(US_ASCII);
    part.release();
    return first + parts(content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/parts", "/buffer", "/mixed", "/whole"})
  void content_is_read_to_its_end_and_the_next_request_follows(String path) throws Exception {
    try (HttpServer server = start(StreamedRequestTest::tell)) {
      String requests = IN_CHUNKS.formatted(path) + WITH_LENGTH.formatted(path) + LAST;
      assertEquals(
          List.of("[" + path + " abcdefgh here]", "[" + path + " abcdefgh ]", "[/last  ]"),
          told(exchange(server, requests)));
    }
  }

  @Test
  void a_part_is_read_before_the_client_has_sent_the_next() throws Exception {
    CompletableFuture<String> first = new CompletableFuture<>();
    StreamingHttpHandler handler =
        request -> {
          ByteBuf part = request.content().read();
          first.complete(part.toString(US_ASCII));
          part.release();
          return HttpServerTest.text("[" + parts(request.content()) + "]");
        };
    try (HttpServer server = start(handler);
        Socket socket = connect(server)) {
      send(socket, "POST / HTTP/1.1\r\nConnection: close\r\nContent-Length: 6\r\n\r\nabc");
      assertEquals("abc", first.get());
      send(socket, "def");
      assertTrue(allOf(socket).endsWith("[def]"));
    }
  }

  @Test
  void the_socket_is_not_read_while_nobody_reads_the_content() throws Exception {
    long length = 1 << 26;
    CompletableFuture<Void> read = new CompletableFuture<>();
    StreamingHttpHandler handler =
        request -> {
          Tasks.await(read);
          return HttpServerTest.text("[" + count(request.content()) + "]");
        };
    try (HttpServer server =
            HttpServer.streamingBuilder(handler).maxContentLength(length).bind(LOOPBACK);
        SocketChannel client = SocketChannel.open(server.address())) {
      String head = "POST / HTTP/1.1\r\nConnection: close\r\nContent-Length: " + length;
      client.write(US_ASCII.encode(head + "\r\n\r\n"));
      long sent = sendUntilStopped(client, length);
      assertTrue(sent < length / 2, "the server has taken " + sent + " bytes");
      read.complete(null);
      client.configureBlocking(true);
      ByteBuffer content = ByteBuffer.allocate(1 << 16);
      for (; sent < length; sent += client.write(content)) {
        content.clear().limit((int) Math.min(content.capacity(), length - sent));
      }
      assertTrue(allOf(client.socket()).endsWith("[" + length + "]"));
    }
  }

  private static long sendUntilStopped(SocketChannel client, long length) throws Exception {
    client.configureBlocking(false);
    long sent = 0;
    for (int idle = 0; idle < 20 && sent < length; idle++) {
      int count = client.write(ByteBuffer.allocate(1 << 16));
      if (count > 0) {
        sent += count;
        idle = 0;
      } else {
        Thread.sleep(20);
      }
    }
    return sent;
  }

  @Suspendable
  private static long count(ContentReader content) throws IOException {
    long count = 0;
    ByteBuffer buffer = ByteBuffer.allocate(1 << 14);
    for (int read = 0; read >= 0; read = content.read(buffer.clear())) {
      count += read;
    }
    return count;
  }

  @Test
  void content_of_a_response_can_be_made_of_that_of_its_request() throws Exception {
    StreamingHttpHandler echo =
        request ->
            new StreamedHttpResponse(
                HttpResponseStatus.OK,
                writer -> {
                  for (ByteBuf part : request.content()) {
                    writer.write(part.retainedSlice());
                  }
                });
    try (HttpServer server = start(echo);
        Socket socket = connect(server)) {
      send(socket, "POST / HTTP/1.1\r\nContent-Length: 6\r\n\r\nabc");
      StringBuilder answer = new StringBuilder();
      while (!answer
          .toString()
          .endsWith("abc\r\n")) { // the response has begun before the request ends
        answer.append((char) socket.getInputStream().read());
      }
      send(socket, "def" + LAST);
      assertTrue(allOf(socket).startsWith("3\r\ndef\r\n0\r\n\r\nHTTP/1.1 200"));
    }
  }

  @Test
  void parts_that_are_not_read_to_their_end_are_released() throws Exception {
    CompletableFuture<ByteBuf> kept = new CompletableFuture<>();
    StreamingHttpHandler handler =
        request -> {
          for (ByteBuf part : request.content()) {
            kept.complete(part);
            break;
          }
          request.content().read(ByteBuffer.allocate(1));
          return HttpServerTest.text("");
        };
    try (HttpServer server = start(handler)) {
      exchange(server, IN_CHUNKS.formatted("/") + LAST);
      assertEquals(0, kept.get().refCnt());
    }
  }

  @Test
  void content_that_nobody_reads_is_skipped_if_it_is_short() throws Exception {
    StreamingHttpHandler ignoring = request -> HttpServerTest.text("[" + request.uri() + "]\n");
    String tooLong = "POST /3 HTTP/1.1\r\nContent-Length: 300000\r\n\r\n" + "x".repeat(300_000);
    try (HttpServer server = start(ignoring)) {
      String requests = IN_CHUNKS.formatted("/1") + WITH_LENGTH.formatted("/2") + tooLong + LAST;
      String answers = exchange(server, requests);
      assertEquals(List.of("[/1]", "[/2]", "[/3]"), told(answers));
      assertEquals(1, answers.split("connection: close", -1).length - 1, answers);
    }
  }

  @Test
  void a_connection_with_endless_content_that_nobody_reads_is_closed() throws Exception {
    StreamingHttpHandler ignoring = request -> HttpServerTest.text("[" + request.uri() + "]\n");
    try (HttpServer server = start(ignoring);
        Socket socket = connect(server)) {
      send(socket, "POST /1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
      String chunk = "10000\r\n" + "x".repeat(1 << 16) + "\r\n";
      for (int i = 0; i < 10; i++) {
        send(socket, chunk);
      }
      assertEquals(List.of("[/1]"), told(allOf(socket)));
    }
  }

  @Test
  void a_client_that_expects_100_gets_it_when_its_content_is_read() throws Exception {
    try (HttpServer server = start(StreamedRequestTest::tell);
        Socket socket = connect(server)) {
      send(socket, expecting("/a", 3));
      String interim = "HTTP/1.1 100 Continue\r\n\r\n";
      assertEquals(interim, new String(socket.getInputStream().readNBytes(interim.length())));
      send(socket, "abc" + LAST);
      String answers = allOf(socket);
      assertEquals(List.of("[/a abc ]", "[/last  ]"), told(answers));
      assertFalse(answers.contains("100 Continue"), answers);
    }
  }

  @Test
  void a_client_that_expects_100_is_spared_the_sending_if_nobody_reads() throws Exception {
    StreamingHttpHandler refusing =
        request -> {
          throw new ContentException(HttpResponseStatus.UNAUTHORIZED, "who are you?");
        };
    try (HttpServer server = start(refusing)) {
      String answer = exchange(server, expecting("/", 3));
      assertTrue(answer.startsWith("HTTP/1.1 401"), answer);
      assertTrue(answer.contains("connection: close"), answer);
    }
    try (HttpServer server = start(StreamedRequestTest::tell)) {
      String tooLong = exchange(server, expecting("/", 2_000_000));
      assertTrue(tooLong.startsWith("HTTP/1.1 413"), tooLong);
      String unknown = exchange(server, expecting("/", 3).replace("100-continue", "coffee"));
      assertTrue(unknown.startsWith("HTTP/1.1 417"), unknown);
    }
  }

  private static String expecting(String path, int length) {
    return "POST %s HTTP/1.1\r\n%s: 100-continue\r\nContent-Length: %d\r\n\r\n"
        .formatted(path, HttpHeaderNames.EXPECT, length);
  }

  static final java.net.InetSocketAddress LOOPBACK = HttpServerTest.LOOPBACK;

  static HttpServer start(StreamingHttpHandler handler) throws Exception {
    return HttpServer.streamingBuilder(handler).bind(LOOPBACK);
  }

  static Socket connect(HttpServer server) throws IOException {
    Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  static String exchange(HttpServer server, String requests) throws IOException {
    try (Socket socket = connect(server)) {
      send(socket, requests);
      return allOf(socket);
    }
  }

  static String allOf(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
  }

  private static List<String> told(String answers) {
    return new ArrayList<>(answers.lines().filter(line -> line.startsWith("[")).toList());
  }
}
