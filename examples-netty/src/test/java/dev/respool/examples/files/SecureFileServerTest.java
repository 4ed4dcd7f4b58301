package dev.respool.examples.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SecureFileServerTest {
  @TempDir private Path directory;

  @Test
  void a_client_of_https_gets_http_2_or_http_1_1_as_it_likes() throws Exception {
    try (RunningFileServer server = new RunningFileServer(directory, "--tls")) {
      for (Version version : List.of(Version.HTTP_1_1, Version.HTTP_2)) {
        HttpClient client =
            HttpClient.newBuilder().version(version).sslContext(trustingAnybody()).build();
        HttpRequest whole = HttpRequest.newBuilder(server.uri("/large.bin")).build();
        HttpResponse<byte[]> response = client.send(whole, BodyHandlers.ofByteArray());
        assertEquals(version, response.version());
        assertArrayEquals(RunningFileServer.large(), response.body());
        HttpRequest part =
            HttpRequest.newBuilder(server.uri("/digits.txt")).header("Range", "bytes=-2").build();
        assertEquals("89", client.send(part, BodyHandlers.ofString()).body());
      }
    }
  }

  @Test
  void no_key_is_left_behind() throws Exception {
    List<Path> before = temporaryKeys();
    Tls.selfSigned();
    assertEquals(before, temporaryKeys());
  }

  private static List<Path> temporaryKeys() throws Exception {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("file-server-"))
          .sorted()
          .toList();
    }
  }

  @Test
  void a_key_store_that_cannot_be_read_is_named() {
    Path missing = directory.resolve("no.p12");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Tls.of(missing, "password".toCharArray()));
    assertTrue(e.getMessage().contains("no.p12"), e.getMessage());
  }

  @Test
  void a_key_store_is_opened_by_its_password_only() throws Exception {
    Path file = directory.resolve("keys.p12");
    Tls.makeKey(file, "password");
    assertTrue(Tls.of(file, "password".toCharArray()).isServer());
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Tls.of(file, "other".toCharArray()));
    assertTrue(e.getMessage().contains("keys.p12"), e.getMessage());
  }

  /** The certificate of a trial is vouched for by nobody. */
  private static SSLContext trustingAnybody() throws Exception {
    TrustManager trust =
        new X509TrustManager() {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type) {}

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {trust}, null);
    return context;
  }
}
