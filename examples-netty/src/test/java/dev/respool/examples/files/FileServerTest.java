package dev.respool.examples.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FileServerTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String HOST = "Host: localhost\r\n";
  private static final String CLOSE = HOST + "Connection: close\r\n";

  @TempDir private Path directory;
  private RunningFileServer server;

  @BeforeEach
  void start() throws Exception {
    server = new RunningFileServer(directory);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void a_file_comes_with_its_length_its_type_and_what_tells_its_version() throws Exception {
    HttpResponse<String> response = get("/digits.txt?query");
    assertEquals(200, response.statusCode());
    assertEquals("0123456789", response.body());
    assertEquals("10", header(response, "content-length"));
    assertEquals("text/plain; charset=utf-8", header(response, "content-type"));
    assertEquals("bytes", header(response, "accept-ranges"));
    assertTrue(header(response, "etag").matches("\"[0-9a-f-]+\""), header(response, "etag"));
    assertTrue(header(response, "last-modified").endsWith(" GMT"));
    assertTrue(header(response, "date").endsWith(" GMT"));
    assertTrue(server.log().contains("GET /digits.txt?query 200 OK"), server.log());
  }

  @Test
  void a_large_file_and_an_empty_one_arrive_whole() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.uri("/large.bin")).build();
    assertArrayEquals(
        RunningFileServer.large(), CLIENT.send(request, BodyHandlers.ofByteArray()).body());
    assertEquals("", get("/empty.bin").body());
  }

  @Test
  void names_are_decoded() throws Exception {
    assertEquals("odd name", get("/space%20%26%20%C3%BC.txt").body());
  }

  @Test
  void head_has_the_length_and_no_content() throws Exception {
    String answers = server.exchange("HEAD /large.bin HTTP/1.1\r\n" + CLOSE + "\r\n");
    assertTrue(answers.contains("content-length: 5000001\r\n"), answers);
    assertTrue(answers.endsWith("\r\n\r\n"), answers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes=0-3   | 206 | 0123       | bytes 0-3/10",
        "bytes=4-    | 206 | 456789     | bytes 4-9/10",
        "bytes=-3    | 206 | 789        | bytes 7-9/10",
        "BYTES=8-100 | 206 | 89         | bytes 8-9/10",
        "bytes=9-9   | 206 | 9          | bytes 9-9/10",
        "bytes=0-99999999999999999999 | 206 | 0123456789 | bytes 0-9/10",
        "bytes=-10   | 200 | 0123456789 | ''",
        "bytes=5-2   | 200 | 0123456789 | ''",
        "bytes=-     | 200 | 0123456789 | ''",
        "bytes=a-b   | 200 | 0123456789 | ''",
        "lines=1-2   | 200 | 0123456789 | ''",
        "bytes=0-1,3-4 | 200 | 0123456789 | ''",
      })
  void a_range_is_a_part_of_the_file(String range, int status, String body, String contentRange)
      throws Exception {
    HttpResponse<String> response = get("/digits.txt", "Range", range);
    assertEquals(status, response.statusCode());
    assertEquals(body, response.body());
    assertEquals(contentRange, header(response, "content-range"));
    assertEquals(String.valueOf(body.length()), header(response, "content-length"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99999999999999999999-"})
  void a_range_behind_the_end_is_refused_with_the_size(String range) throws Exception {
    HttpResponse<String> response = get("/digits.txt", "Range", range);
    assertEquals(416, response.statusCode());
    assertEquals("bytes */10", header(response, "content-range"));
  }

  @Test
  void the_parts_of_a_large_file_are_what_the_file_has_there() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/large.bin"))
            .header("Range", "bytes=3000001-4999999")
            .build();
    byte[] expected = java.util.Arrays.copyOfRange(RunningFileServer.large(), 3_000_001, 5_000_000);
    assertArrayEquals(expected, CLIENT.send(request, BodyHandlers.ofByteArray()).body());
  }

  @Test
  void a_client_that_has_the_file_is_told_so() throws Exception {
    HttpResponse<String> first = get("/digits.txt");
    String tag = header(first, "etag");
    String modified = header(first, "last-modified");
    for (String known : new String[] {tag, "W/" + tag, "\"a\", " + tag, "*"}) {
      HttpResponse<String> response = get("/digits.txt", "If-None-Match", known);
      assertEquals(304, response.statusCode(), known);
      assertEquals(tag, header(response, "etag"));
      assertEquals("", response.body());
    }
    assertEquals(304, get("/digits.txt", "If-Modified-Since", modified).statusCode());
    assertEquals(200, get("/digits.txt", "If-None-Match", "\"other\"").statusCode());
    String old = "Sun, 06 Nov 1994 08:49:37 GMT";
    assertEquals(200, get("/digits.txt", "If-Modified-Since", old).statusCode());
    assertEquals(200, get("/digits.txt", "If-Modified-Since", "yesterday").statusCode());
    assertEquals(200, get("/digits.txt", "If-Modified-Since", "x".repeat(100)).statusCode());
    assertEquals(
        200,
        get("/digits.txt", "If-None-Match", "\"other\"", "If-Modified-Since", modified)
            .statusCode());
  }

  @Test
  void another_version_of_the_file_has_another_tag() throws Exception {
    String before = header(get("/digits.txt"), "etag");
    Files.writeString(directory.resolve("public/digits.txt"), "longer than it was");
    HttpResponse<String> after = get("/digits.txt", "If-None-Match", before);
    assertEquals(200, after.statusCode());
    assertEquals("longer than it was", after.body());
  }

  @Test
  void a_part_of_another_version_is_not_sent() throws Exception {
    HttpResponse<String> first = get("/digits.txt");
    for (String fits : new String[] {header(first, "etag"), header(first, "last-modified")}) {
      HttpResponse<String> part = get("/digits.txt", "Range", "bytes=8-", "If-Range", fits);
      assertEquals("89", part.body(), fits);
    }
    for (String other :
        new String[] {"\"other\"", "W/" + header(first, "etag"), "Sun, 06 Nov 1994 08:49:37 GMT"}) {
      HttpResponse<String> whole = get("/digits.txt", "Range", "bytes=8-", "If-Range", other);
      assertEquals(200, whole.statusCode(), other);
      assertEquals("0123456789", whole.body());
    }
  }

  @Test
  void a_directory_shows_its_index_page_and_nothing_else() throws Exception {
    assertEquals("<p>index</p>", get("/site/").body());
    assertEquals("/site/", header(get("/site"), "location"));
    assertEquals(404, get("/bare/").statusCode());
    assertEquals(404, get("/").statusCode());
    assertEquals(404, get("/digits.txt/").statusCode());
  }

  @Test
  void a_directory_is_listed_if_the_server_is_told_to() throws Exception {
    Files.writeString(directory.resolve("public/bare/<b>.txt"), "");
    try (RunningFileServer listing = new RunningFileServer(directory, "--list")) {
      HttpRequest request = HttpRequest.newBuilder(listing.uri("/")).build();
      String list = CLIENT.send(request, BodyHandlers.ofString()).body();
      assertTrue(list.contains("<a href=\"/space%20&amp;%20%C3%BC.txt\">space &amp; ü"), list);
      assertTrue(list.contains("<a href=\"/bare/\">bare/</a>"), list);
      request = HttpRequest.newBuilder(listing.uri("/bare/")).build();
      list = CLIENT.send(request, BodyHandlers.ofString()).body();
      assertTrue(list.contains("&lt;b>.txt"), list);
    }
  }

  @Test
  void pipelined_requests_are_answered_in_their_order() throws Exception {
    String get = "GET /digits.txt HTTP/1.1\r\n" + HOST;
    String answers =
        server.exchange(
            get
                + "Range: bytes=0-0\r\n\r\n"
                + "HEAD /digits.txt HTTP/1.1\r\n"
                + HOST
                + "\r\n"
                + get
                + "Range: bytes=1-1\r\n\r\n"
                + get
                + "Range: bytes=2-2\r\nConnection: close\r\n\r\n");
    String bodies = answers.replaceAll("(?s)HTTP/1.1 20[06] .*?\r\n\r\n", "");
    assertEquals("012", bodies, answers);
  }

  @Test
  void a_client_of_http_1_0_needs_no_host() throws Exception {
    String answer = server.exchange("GET /digits.txt HTTP/1.0\r\n\r\n");
    assertTrue(answer.endsWith("\r\n\r\n0123456789"), answer);
  }
}
