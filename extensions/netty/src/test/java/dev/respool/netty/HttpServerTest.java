package dev.respool.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HttpServerTest {
  static final InetSocketAddress LOOPBACK =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void requests_are_answered_over_one_connection_that_is_kept_alive() throws Exception {
    try (HttpServer server = start(HttpServerTest::echo);
        Socket socket = connect(server)) {
      send(socket, "POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
      send(socket, "GET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
      send(socket, "GET /3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      String answers = allOf(socket);
      assertEquals(List.of("POST /1 abc", "GET /2 ", "GET /3 "), lines(answers, "(POST|GET) .*"));
    }
  }

  @Test
  void a_client_of_http_1_0_is_told_that_its_connection_is_kept_alive() throws Exception {
    try (HttpServer server = start(HttpServerTest::echo);
        Socket socket = connect(server)) {
      send(socket, "GET /1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /2 HTTP/1.0\r\n\r\n");
      String answers = allOf(socket);
      assertEquals(List.of("GET /1 ", "GET /2 "), lines(answers, "GET .*"));
    }
  }

  @Test
  void many_requests_are_answered_beside_each_other_by_handlers_that_wait() throws Exception {
    int requests = 50;
    CountDownLatch started = new CountDownLatch(requests);
    CompletableFuture<Void> go = new CompletableFuture<>();
    HttpHandler handler =
        request -> {
          started.countDown();
          if (started.getCount() == 0) {
            go.complete(null);
          }
          Tasks.await(go); // until all have begun, on two threads
          Tasks.sleep(Duration.ofMillis(1));
          return text("answer to " + request.uri());
        };
    try (HttpServer server = HttpServer.builder(handler).threads(2).bind(LOOPBACK)) {
      List<String> answers = EventLoop.run(() -> fetchAll(server, requests));
      for (int i = 0; i < requests; i++) {
        assertEquals("answer to /" + i, answers.get(i));
      }
    }
  }

  @Suspendable
  private List<String> fetchAll(HttpServer server, int requests) {
    List<Task<String>> tasks = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      HttpRequest request = HttpRequest.newBuilder(uri(server, "http", "/" + i)).build();
      tasks.add(
          Tasks.async(
              () -> Tasks.await(client.sendAsync(request, BodyHandlers.ofString())).body()));
    }
    List<String> answers = new ArrayList<>();
    for (Task<String> task : tasks) {
      answers.add(task.await());
    }
    return answers;
  }

  @ParameterizedTest
  @CsvSource({
    "400, not http at all",
    "400, GET / HTTP/1.1\\r\\nContent-Length: -5",
    "400, POST / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz",
    "400, GET / HTTP/1.1\\r\\nContent-Length: 1\\r\\nContent-Length: 2",
  })
  void a_malformed_request_is_answered_and_its_connection_closed(int status, String request)
      throws Exception {
    assertEquals("HTTP/1.1 " + status, statusOf(request.replace("\\r\\n", "\r\n") + "\r\n\r\n"));
  }

  @Test
  void too_long_lines_and_headers_are_refused_by_name() throws Exception {
    String tooLong = "x".repeat(1 << 20);
    assertEquals("HTTP/1.1 414", statusOf("GET /" + tooLong + " HTTP/1.1\r\n\r\n"));
    assertEquals("HTTP/1.1 431", statusOf("GET / HTTP/1.1\r\nA: " + tooLong + "\r\n\r\n"));
  }

  private static String statusOf(String request) throws Exception {
    try (HttpServer server = start(HttpServerTest::echo);
        Socket socket = connect(server)) {
      send(socket, request);
      return allOf(socket).substring(0, "HTTP/1.1 400".length());
    }
  }

  @Test
  void an_incomplete_request_is_dropped_after_the_idle_timeout() throws Exception {
    try (HttpServer server =
            HttpServer.builder(HttpServerTest::echo)
                .idleTimeout(Duration.ofMillis(50))
                .bind(LOOPBACK);
        Socket socket = connect(server)) {
      send(socket, "POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc");
      assertEquals("", allOf(socket));
    }
  }

  @Test
  void too_much_content_is_refused_in_its_turn_and_the_connection_goes_on() throws Exception {
    HttpHandler slow =
        request -> {
          Tasks.sleep(Duration.ofMillis(20));
          return echo(request);
        };
    try (HttpServer server = HttpServer.builder(slow).maxContentLength(4).bind(LOOPBACK);
        Socket socket = connect(server)) {
      send(
          socket,
          "POST /1 HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd"
              + "POST /2 HTTP/1.1\r\nContent-Length: 5\r\n\r\nabcde"
              + "POST /3 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n"
              + "GET /4 HTTP/1.1\r\nConnection: close\r\n\r\n");
      assertEquals(List.of("200", "413", "413", "200"), statuses(allOf(socket)));
    }
  }

  @Test
  void a_handler_that_fails_gives_500_and_a_line_in_the_log() throws Exception {
    HttpHandler failing =
        request -> {
          Tasks.yieldNow();
          if (request.uri().equals("/null")) {
            return null;
          }
          throw new IOException("no database");
        };
    try (Log log = new Log();
        HttpServer server = start(failing)) {
      assertEquals(500, get(server, "/1").statusCode());
      assertEquals(500, get(server, "/null").statusCode());
      assertEquals("GET /1 failed", log.records().get(0).getMessage());
      assertEquals("no database", log.records().get(0).getThrown().getMessage());
      assertEquals(2, log.records().size());
    }
  }

  @Test
  void the_handler_is_cancelled_when_the_client_closes() throws Exception {
    CompletableFuture<Void> started = new CompletableFuture<>();
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    HttpHandler handler = request -> waitForEver(started, ended);
    try (Log log = new Log();
        HttpServer server = start(handler)) {
      Socket socket = connect(server);
      send(socket, "GET / HTTP/1.1\r\n\r\n");
      started.get();
      socket.close();
      assertEquals(CancellationException.class, ended.get().getClass());
      assertEquals(List.of(), log.records());
    }
  }

  @Suspendable
  private static FullHttpResponse waitForEver(
      CompletableFuture<Void> started, CompletableFuture<Throwable> ended) {
    try {
      started.complete(null);
      Tasks.await(new CompletableFuture<Void>());
      return text("");
    } catch (CancellationException e) {
      ended.complete(e);
      throw e;
    }
  }

  @Test
  void shutdown_answers_what_has_arrived_and_closes_idle_connections() throws Exception {
    CompletableFuture<Void> started = new CompletableFuture<>();
    CompletableFuture<Void> go = new CompletableFuture<>();
    HttpHandler handler =
        request -> {
          started.complete(null);
          Tasks.await(go);
          return text("late answer");
        };
    HttpServer server = start(handler);
    try (Socket busy = connect(server);
        Socket idle = connect(server)) {
      send(busy, "GET / HTTP/1.1\r\n\r\n");
      started.get();
      Thread shutdown = new Thread(server::close);
      shutdown.start();
      assertEquals("", allOf(idle));
      go.complete(null);
      String answer = allOf(busy);
      assertTrue(answer.endsWith("late answer"), answer);
      assertTrue(answer.contains("connection: close"), answer);
      shutdown.join();
    }
    assertThrows(ConnectException.class, () -> connect(server));
    server.close();
  }

  @Test
  void shutdown_cancels_handlers_that_take_longer_and_waits_for_their_finally_blocks()
      throws Exception {
    CompletableFuture<Void> started = new CompletableFuture<>();
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    HttpServer server = start(request -> waitForEver(started, ended));
    try (Socket socket = connect(server)) {
      send(socket, "GET / HTTP/1.1\r\n\r\n");
      started.get();
      server.shutdown(Duration.ofMillis(10));
      assertTrue(ended.isDone());
      assertEquals("", allOf(socket));
    }
  }

  @Test
  void a_port_that_is_taken_is_an_error() throws Exception {
    try (HttpServer server = start(HttpServerTest::echo)) {
      assertThrows(
          IOException.class, () -> HttpServer.builder(HttpServerTest::echo).bind(server.address()));
    }
  }

  @Test
  void the_answer_to_head_has_a_length_and_no_content() throws Exception {
    try (HttpServer server = start(HttpServerTest::echo)) {
      HttpRequest head =
          HttpRequest.newBuilder(uri(server, "http", "/"))
              .method("HEAD", BodyPublishers.noBody())
              .build();
      HttpResponse<String> response = client.send(head, BodyHandlers.ofString());
      assertEquals("8", response.headers().firstValue("content-length").orElse(null));
      assertEquals("", response.body());
      assertFalse(response.headers().firstValue("transfer-encoding").isPresent());
    }
  }

  @Suspendable
  static FullHttpResponse echo(FullHttpRequest request) {
    String content = request.content().toString(US_ASCII);
    return text(request.method() + " " + request.uri() + " " + content + "\n");
  }

  static FullHttpResponse text(String text) {
    return new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.copiedBuffer(text, US_ASCII));
  }

  static URI uri(HttpServer server, String scheme, String path) {
    String host = server.address().getAddress().getHostAddress();
    return URI.create(scheme + "://" + host + ":" + server.address().getPort() + path);
  }

  private static HttpServer start(HttpHandler handler) throws Exception {
    return HttpServer.builder(handler).bind(LOOPBACK);
  }

  private HttpResponse<String> get(HttpServer server, String path) {
    HttpRequest request = HttpRequest.newBuilder(uri(server, "http", path)).build();
    return EventLoop.run(() -> Tasks.await(client.sendAsync(request, BodyHandlers.ofString())));
  }

  private static Socket connect(HttpServer server) throws IOException {
    return new Socket(server.address().getAddress(), server.address().getPort());
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  private static String allOf(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
  }

  private static List<String> lines(String text, String pattern) {
    return text.lines().filter(line -> line.matches(pattern)).toList();
  }

  private static List<String> statuses(String answers) {
    List<String> statuses = new ArrayList<>();
    for (String part : answers.split("(?=HTTP/1.1 \\d{3})")) {
      statuses.add(part.split(" ")[1]);
    }
    return statuses;
  }
}
