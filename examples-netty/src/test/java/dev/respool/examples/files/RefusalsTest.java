package dev.respool.examples.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server does not do, and how it says so. */
@Timeout(60)
class RefusalsTest {
  private static final String CLOSE = "Host: localhost\r\nConnection: close\r\n";

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/site/../../secret.txt",
        "/site/../digits.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2e%2Fsecret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "//../secret.txt",
        "///secret.txt",
        "http://localhost/../secret.txt",
        "/link.txt",
        "/up/secret.txt",
        "/up/",
        "/up/public/digits.txt/../../secret.txt",
        "/digits.txt%2f..%2f..%2fsecret.txt",
      })
  void nothing_outside_of_the_directory_is_found(String path) throws Exception {
    String answer = server.exchange("GET " + path + " HTTP/1.1\r\n" + CLOSE + "\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 404 Not Found\r\n"), answer);
    assertFalse(answer.contains(RunningFileServer.SECRET), answer);
  }

  @Test
  void neither_is_an_absolute_path() throws Exception {
    String path = directory.resolve("secret.txt").toString();
    for (String target : new String[] {path, "/" + path, "/%2f" + path}) {
      String answer = server.exchange("GET " + target + " HTTP/1.1\r\n" + CLOSE + "\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 404 Not Found\r\n"), answer);
    }
  }

  @Test
  void a_redirection_never_leads_to_another_host() throws Exception {
    Files.createDirectories(directory.resolve("public/evil.example"));
    String answer = server.exchange("GET //evil.example HTTP/1.1\r\n" + CLOSE + "\r\n");
    assertTrue(answer.contains("location: /evil.example/\r\n"), answer);
  }

  @Test
  void other_methods_are_not_allowed() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/digits.txt"))
            .POST(BodyPublishers.ofString("new content"))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertEquals(405, response.statusCode());
    assertEquals("GET, HEAD", response.headers().firstValue("allow").orElse(""));
    assertEquals("0123456789", Files.readString(directory.resolve("public/digits.txt")));
  }

  @ParameterizedTest
  @CsvSource({
    "400, GET / HTTP/1.1\\r\\nConnection: close",
    "400, GET / HTTP/1.1\\r\\nHost: a\\r\\nHost: b\\r\\nConnection: close",
    "400, GET /%zz HTTP/1.1\\r\\nHost: a\\r\\nConnection: close",
    "400, GET /% HTTP/1.1\\r\\nHost: a\\r\\nConnection: close",
    "400, GET /%ff HTTP/1.1\\r\\nHost: a\\r\\nConnection: close",
    "400, GET /a%00b HTTP/1.1\\r\\nHost: a\\r\\nConnection: close",
    "400, GET digits.txt HTTP/1.1\\r\\nHost: a\\r\\nConnection: close",
    "400, GET * HTTP/1.1\\r\\nHost: a\\r\\nConnection: close",
    "400, nonsense",
    "400, GET / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: many",
    "413, GET / HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\nContent-Length: 9999999",
  })
  void what_is_not_a_request_is_refused(int status, String request) throws Exception {
    String answer = server.exchange(request.replace("\\r\\n", "\r\n") + "\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
  }

  @Test
  void what_is_too_long_is_refused_by_name() throws Exception {
    String tooLong = "x".repeat(10_000);
    String answer = server.exchange("GET /" + tooLong + " HTTP/1.1\r\n" + CLOSE + "\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 414 "), answer);
    answer = server.exchange("GET / HTTP/1.1\r\n" + CLOSE + "A: " + tooLong + "\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
  }

  @Test
  void the_log_has_no_control_characters_of_clients() throws Exception {
    server.exchange("GET /\u001b[31m HTTP/1.1\r\n" + CLOSE + "\r\n");
    assertFalse(Pattern.compile("[\\x00-\\x09\\x0b-\\x1f]").matcher(server.log()).find());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--port",
        "--port x .",
        "--port 65536 .",
        "--idle 0 .",
        "--fast .",
        ". .",
        "--tls --key-store keys .",
        "no-such-directory",
      })
  void a_command_line_that_is_wrong_says_what_is_wrong(String line) {
    String[] words = line.isEmpty() ? new String[0] : line.split(" ");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> FileServerOptions.parse(words));
    assertTrue(e.getMessage().length() > 20, e.getMessage());
  }

  @Test
  void a_port_that_is_taken_is_named() throws IOException {
    String port = String.valueOf(server.address().getPort());
    String root = directory.resolve("public").toString();
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> FileServer.start(FileServerOptions.parse("--port", port, root), System.out));
    assertTrue(e.getMessage().contains(port), e.getMessage());
  }
}
