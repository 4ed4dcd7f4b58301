package dev.respool.examples.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody else's client makes of the server. */
@Timeout(60)
class CurlTest {
  private static String version = "";

  @TempDir private Path directory;
  private RunningFileServer server;

  @BeforeAll
  static void look_for_curl() throws Exception {
    try {
      version = run(List.of("curl", "--version"));
    } catch (IOException e) {
      System.out.println("curl is missing: the file server is not tried with it");
    }
    assumeTrue(!version.isEmpty(), "curl is missing");
  }

  @BeforeEach
  void start() throws Exception {
    server = new RunningFileServer(directory);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertEquals(0, process.waitFor(), () -> command + ": " + output);
    return output;
  }

  private String curl(RunningFileServer target, String path, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("curl", "-q", "--silent", "--show-error", "--max-time", "30"));
    command.addAll(List.of("--noproxy", "*", "--path-as-is"));
    command.addAll(List.of(options));
    command.add(target.uri("/") + path.substring(1));
    return run(command);
  }

  private String curl(String path, String... options) throws IOException, InterruptedException {
    return curl(server, path, options);
  }

  /** The status, with the content thrown away. */
  private String status(String path, String... options) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--output", "/dev/null", "--write-out", "%{http_code}"));
    return curl(path, all.toArray(String[]::new));
  }

  @Test
  void it_gets_a_file_and_its_head() throws Exception {
    String answer = curl("/digits.txt", "--include");
    assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
    assertTrue(answer.endsWith("\r\n\r\n0123456789"), answer);
    String head = curl("/digits.txt", "--head");
    assertTrue(head.contains("content-length: 10\r\n"), head);
    assertTrue(head.endsWith("\r\n\r\n"), head);
    assertEquals("0123456789", curl("/digits.txt", "--http1.0"));
  }

  @Test
  void it_uses_one_connection_for_several_requests() throws Exception {
    String other = server.uri("/large.bin").toString();
    String connects =
        curl("/digits.txt", "-o", "/dev/null", "-o", "/dev/null", "-w", "%{num_connects} ", other);
    assertEquals("1 0 ", connects);
  }

  @Test
  void it_gets_parts_and_resumes_a_download() throws Exception {
    assertEquals("234", curl("/digits.txt", "--range", "2-4"));
    assertEquals("206", status("/digits.txt", "--range", "2-4"));
    assertEquals("416", status("/digits.txt", "--range", "100-"));
    byte[] large = RunningFileServer.large();
    Path file = Files.write(directory.resolve("part"), Arrays.copyOf(large, 1_234_567));
    curl("/large.bin", "--continue-at", "-", "--output", file.toString());
    assertArrayEquals(large, Files.readAllBytes(file));
  }

  @Test
  void it_is_told_that_it_has_the_file() throws Exception {
    String modified =
        curl("/digits.txt", "--head")
            .lines()
            .filter(line -> line.startsWith("last-modified: "))
            .findFirst()
            .orElseThrow()
            .substring("last-modified: ".length());
    assertEquals("304", status("/digits.txt", "--header", "If-Modified-Since: " + modified));
    assertEquals("304", status("/digits.txt", "--time-cond", "1 Jan 2100"));
    assertEquals("200", status("/digits.txt", "--time-cond", "1 Jan 2000"));
    assertEquals("304", status("/digits.txt", "--header", "If-None-Match: *"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/up/secret.txt"})
  void it_gets_nothing_from_outside(String path) throws Exception {
    String answer = curl(path, "--include");
    assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
    assertFalse(answer.contains(RunningFileServer.SECRET), answer);
  }

  @Test
  void it_is_refused_by_name_what_the_server_does_not_do() throws Exception {
    assertEquals("405", status("/digits.txt", "--request", "DELETE"));
    assertEquals("405", status("/digits.txt", "--data", "a=b"));
    assertEquals(
        "405", status("/digits.txt", "--data", "a=b", "--header", "Transfer-Encoding: chunked"));
    assertEquals("400", status("/digits.txt", "--header", "Host:"));
    assertEquals("414", status("/" + "x".repeat(10_000)));
    assertEquals("431", status("/digits.txt", "--header", "X: " + "x".repeat(10_000)));
    String upload = "@" + directory.resolve("public/large.bin");
    assertEquals(
        "413", status("/large.bin", "--header", "Expect: 100-continue", "--data-binary", upload));
  }

  @Test
  void it_speaks_http_2_and_http_1_1_over_tls() throws Exception {
    try (RunningFileServer secure = new RunningFileServer(directory, "--tls")) {
      String[] ask = {"--insecure", "--http1.1", "-o", "/dev/null", "-w", "%{http_version}"};
      assertEquals("1.1", curl(secure, "/large.bin", ask));
      assumeTrue(version.contains("HTTP2"), "this curl does not speak HTTP/2");
      ask[1] = "--http2";
      assertEquals("2", curl(secure, "/large.bin", ask));
      Path file = directory.resolve("copy");
      curl(secure, "/large.bin", "--insecure", "--http2", "--output", file.toString());
      assertArrayEquals(RunningFileServer.large(), Files.readAllBytes(file));
    }
  }
}
