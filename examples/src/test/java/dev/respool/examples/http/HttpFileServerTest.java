package dev.respool.examples.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HttpFileServerTest {
  private static final String HOST = "Host: localhost\r\n";

  @TempDir private Path directory;
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    Path root = Files.createDirectories(directory.resolve("public"));
    Files.writeString(root.resolve("hello.txt"), "hello\n");
    Files.writeString(root.resolve("empty.bin"), "");
    Files.writeString(root.resolve("with space & ü.txt"), "odd name");
    Files.createDirectories(root.resolve("site"));
    Files.writeString(root.resolve("site/index.html"), "<p>index</p>");
    Files.writeString(directory.resolve("secret.txt"), "secret");
    server = new RunningServer(root);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void a_file_comes_with_its_length_and_type() throws Exception {
    HttpResponse<String> answer = get("/hello.txt");
    assertEquals(200, answer.statusCode());
    assertEquals("hello\n", answer.body());
    assertEquals("6", answer.headers().firstValue("content-length").orElse(""));
    assertEquals(
        "text/plain; charset=utf-8", answer.headers().firstValue("content-type").orElse(""));
  }

  @Test
  void a_large_file_and_an_empty_one_arrive_whole() throws Exception {
    byte[] bytes = new byte[3_000_001];
    new Random(1).nextBytes(bytes);
    Files.write(directory.resolve("public/large.bin"), bytes);
    HttpRequest request = HttpRequest.newBuilder(server.uri("/large.bin")).build();
    HttpResponse<byte[]> large =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    assertArrayEquals(bytes, large.body());
    assertEquals("", get("/empty.bin").body());
  }

  @Test
  void head_has_the_length_but_no_body() throws Exception {
    String answer = server.exchange("HEAD /hello.txt HTTP/1.1\r\n" + HOST + "\r\n");
    assertTrue(answer.contains("Content-Length: 6\r\n"), answer);
    assertTrue(answer.endsWith("\r\n\r\n"), answer);
  }

  @Test
  void names_are_percent_decoded_and_the_query_is_ignored() throws Exception {
    assertEquals("odd name", get("/with%20space%20%26%20%C3%BC.txt?x=1").body());
  }

  @Test
  void a_directory_shows_its_index_or_a_list() throws Exception {
    assertEquals("<p>index</p>", get("/site/").body());
    assertEquals("/site/", get("/site").headers().firstValue("location").orElse(""));
    String list = get("/").body();
    assertTrue(list.contains("<a href=\"/with%20space%20&%20%C3%BC.txt\">"), list);
    assertTrue(list.contains("<a href=\"/hello.txt\">hello.txt</a>"), list);
  }

  @Test
  void nothing_outside_of_the_directory_is_served() throws Exception {
    Files.createSymbolicLink(directory.resolve("public/link.txt"), directory.resolve("secret.txt"));
    for (String path :
        new String[] {
          "/../secret.txt",
          "/site/../../secret.txt",
          "/%2e%2e/secret.txt",
          "/..%2fsecret.txt",
          "//secret.txt",
          "/" + directory + "/secret.txt",
          "/link.txt",
          "/hello.txt%00.html",
          "/nothing"
        }) {
      String answer = server.exchange("GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 404 Not Found\r\n"), path + ": " + answer);
      assertFalse(answer.contains("secret"), path + ": " + answer);
    }
  }

  @Test
  void other_methods_are_not_allowed_and_their_body_is_not_taken_for_a_request() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/hello.txt"))
            .POST(BodyPublishers.ofString("GET / HTTP/1.1\r\n" + HOST + "\r\n"))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertEquals(405, answer.statusCode());
    assertEquals("GET, HEAD", answer.headers().firstValue("allow").orElse(""));
    assertEquals("close", answer.headers().firstValue("connection").orElse(""));
  }

  @Test
  void what_is_not_http_is_a_bad_request() throws Exception {
    for (String request :
        new String[] {
          "nonsense\r\n\r\n",
          "GET /hello.txt HTTP/1.1\n\n",
          "GET  /hello.txt HTTP/1.1\r\n" + HOST + "\r\n",
          "GET /hello.txt HTTP/2.0\r\n" + HOST + "\r\n",
          "GET /hello.txt HTTP/1.1\r\n\r\n",
          "GET /hello.txt HTTP/1.1\r\n" + HOST + HOST + "\r\n",
          "GET /hello.txt HTTP/1.1\r\n" + HOST + "Broken : x\r\n\r\n",
          "GET /hello.txt HTTP/1.1\r\n" + HOST + "Content-Length: many\r\n\r\n",
          "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n",
          "GET /%ff HTTP/1.1\r\n" + HOST + "\r\n",
          "GET hello.txt HTTP/1.1\r\n" + HOST + "\r\n",
          "GET /hello.txt HTTP/1.1\r\n" + HOST,
          "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n"
        }) {
      String answer = server.exchange(request);
      assertTrue(answer.startsWith("HTTP/1.1 400 Bad Request\r\n"), request + ": " + answer);
      assertTrue(answer.contains("Connection: close\r\n"), request + ": " + answer);
    }
  }

  @Test
  void pipelined_requests_are_answered_in_their_order_until_one_closes() throws Exception {
    String get = "GET /hello.txt HTTP/1.1\r\n" + HOST + "\r\n";
    String last = "GET /empty.bin HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";
    String answers = server.exchange("\r\n" + get + get + last + get);
    assertEquals(2, occurrences(answers, "\r\n\r\nhello\n"), answers);
    assertEquals(3, occurrences(answers, "HTTP/1.1 200 OK"), answers);
    assertTrue(answers.endsWith("Connection: close\r\n\r\n"), answers);
  }

  @Test
  void an_old_client_is_kept_only_if_it_asks() throws Exception {
    String get = "GET /hello.txt HTTP/1.0\r\n";
    String closed = server.exchange(get + "\r\n" + get + "\r\n");
    assertEquals(1, occurrences(closed, "HTTP/1.1 200 OK"), closed);
    String kept = server.exchange((get + "Connection: Keep-Alive\r\n\r\n").repeat(2));
    assertEquals(2, occurrences(kept, "HTTP/1.1 200 OK"), kept);
  }

  @Test
  void a_request_may_come_byte_by_byte() throws Exception {
    byte[] request =
        ("GET /hello.txt HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (Socket client = new Socket(server.address().getAddress(), server.address().getPort())) {
      client.setTcpNoDelay(true);
      for (byte b : request) {
        client.getOutputStream().write(b);
        Thread.sleep(1);
      }
      try (InputStream in = client.getInputStream()) {
        String answer = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        assertTrue(answer.endsWith("\r\n\r\nhello\n"), answer);
      }
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.uri(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static int occurrences(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
