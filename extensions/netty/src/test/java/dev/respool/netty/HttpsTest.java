package dev.respool.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HttpsTest {
  private static final String PASSWORD = "secret";

  @TempDir private static Path directory;
  private static KeyStore keys;

  @BeforeAll
  static void make_a_certificate() throws Exception {
    Path file = directory.resolve("keys.p12");
    String command =
        "-genkeypair -alias server -keyalg EC -dname CN=localhost -ext san=ip:127.0.0.1"
            + " -storetype PKCS12 -storepass "
            + PASSWORD
            + " -keystore "
            + file;
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(List.of(command.split(" ")));
    assertEquals(0, new ProcessBuilder(words).inheritIO().start().waitFor());
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
  }

  @Test
  void a_request_over_tls_is_answered() throws Exception {
    try (HttpServer server = start(builder().build(), HttpServerTest::echo)) {
      HttpResponse<String> response = post(client(Version.HTTP_1_1), server, "/a", "content");
      assertEquals("POST /a content\n", response.body());
      assertEquals(Version.HTTP_1_1, response.version());
    }
  }

  @Test
  void a_client_that_speaks_http_2_gets_it_if_the_context_offers_it() throws Exception {
    try (HttpServer server = start(alpn(), HttpServerTest::echo)) {
      assertEquals(Version.HTTP_2, post(client(Version.HTTP_2), server, "/a", "content").version());
      assertEquals(
          Version.HTTP_1_1, post(client(Version.HTTP_1_1), server, "/a", "content").version());
      String large = "x".repeat(500_000);
      assertEquals(
          "POST /b " + large + "\n", post(client(Version.HTTP_2), server, "/b", large).body());
    }
  }

  @Test
  void streams_of_one_connection_are_answered_beside_each_other() throws Exception {
    CompletableFuture<Void> second = new CompletableFuture<>();
    HttpHandler handler =
        request -> {
          if (request.uri().equals("/2")) {
            second.complete(null);
          } else if (request.uri().equals("/1")) {
            Tasks.await(second);
          }
          return HttpServerTest.echo(request);
        };
    try (HttpServer server = start(alpn(), handler)) {
      HttpClient client = client(Version.HTTP_2);
      post(client, server, "/0", ""); // the client keeps this connection
      CompletableFuture<HttpResponse<String>> first = send(client, server, "/1", "");
      assertEquals("POST /2 \n", send(client, server, "/2", "").get().body());
      assertEquals("POST /1 \n", first.get().body());
    }
  }

  @Test
  void too_much_content_of_a_stream_is_refused() throws Exception {
    try (HttpServer server =
        HttpServer.builder(HttpServerTest::echo)
            .tls(alpn())
            .maxContentLength(4)
            .bind(HttpServerTest.LOOPBACK)) {
      assertEquals(413, post(client(Version.HTTP_2), server, "/", "abcde").statusCode());
    }
  }

  @Test
  @Timeout(20) // a connection of HTTP/2 with open streams would close after half a minute
  void shutdown_cancels_the_streams_that_take_longer() throws Exception {
    CompletableFuture<Void> started = new CompletableFuture<>();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    HttpHandler handler =
        request -> {
          try {
            started.complete(null);
            return Tasks.await(new CompletableFuture<FullHttpResponse>());
          } finally {
            ended.complete(null);
          }
        };
    HttpServer server = start(alpn(), handler);
    CompletableFuture<HttpResponse<String>> dropped = send(client(Version.HTTP_2), server, "/", "");
    started.get();
    server.shutdown(Duration.ofMillis(10));
    assertTrue(ended.isDone());
    assertThrows(ExecutionException.class, dropped::get);
  }

  @Test
  void streamed_content_of_a_stream_arrives_whole() throws Exception {
    HttpHandler handler =
        request ->
            new StreamedHttpResponse(
                HttpResponseStatus.OK,
                writer -> {
                  for (int i = 0; i < 50; i++) {
                    writer.write(Unpooled.wrappedBuffer(new byte[100_000]));
                  }
                });
    try (HttpServer server = start(alpn(), handler)) {
      assertEquals(5_000_000, post(client(Version.HTTP_2), server, "/", "").body().length());
    }
  }

  @Test
  void a_head_request_of_a_stream_gets_the_length_and_no_content() throws Exception {
    try (HttpServer server = start(alpn(), HttpServerTest::echo)) {
      HttpRequest head =
          HttpRequest.newBuilder(HttpServerTest.uri(server, "https", "/"))
              .method("HEAD", BodyPublishers.noBody())
              .build();
      HttpResponse<String> response = client(Version.HTTP_2).send(head, BodyHandlers.ofString());
      assertEquals(Version.HTTP_2, response.version());
      assertEquals("8", response.headers().firstValue("content-length").orElse(""));
      assertEquals("", response.body());
    }
  }

  @Test
  void a_connection_of_http_2_without_streams_is_closed_after_the_idle_timeout() throws Exception {
    HttpServerBuilder builder =
        HttpServer.builder(HttpServerTest::echo).tls(alpn()).idleTimeout(Duration.ofMillis(200));
    try (HttpServer server = builder.bind(HttpServerTest.LOOPBACK);
        SSLSocket socket = connect(server)) {
      socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes());
      socket.getOutputStream().write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0}); // no settings
      assertEquals("h2", socket.getApplicationProtocol());
      socket.getInputStream().readAllBytes();
    }
  }

  private static SSLSocket connect(HttpServer server) throws Exception {
    SSLSocket socket =
        (SSLSocket)
            trust()
                .getSocketFactory()
                .createSocket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(20_000);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    return socket;
  }

  @Test
  void a_client_without_tls_is_disconnected() throws Exception {
    try (HttpServer server = start(builder().build(), HttpServerTest::echo);
        Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes());
      socket.getInputStream().readAllBytes();
    }
  }

  @Test
  void a_context_for_clients_is_refused() throws Exception {
    SslContext context = SslContextBuilder.forClient().build();
    assertThrows(
        IllegalArgumentException.class,
        () -> HttpServer.builder(HttpServerTest::echo).tls(context));
  }

  private static HttpServer start(SslContext context, HttpHandler handler) throws Exception {
    return HttpServer.builder(handler).tls(context).bind(HttpServerTest.LOOPBACK);
  }

  private static SslContextBuilder builder() throws Exception {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    return SslContextBuilder.forServer(factory);
  }

  private static SslContext alpn() throws Exception {
    return builder()
        .applicationProtocolConfig(
            new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                ApplicationProtocolNames.HTTP_2,
                ApplicationProtocolNames.HTTP_1_1))
        .build();
  }

  private static HttpClient client(Version version) throws Exception {
    return HttpClient.newBuilder().version(version).sslContext(trust()).build();
  }

  private static SSLContext trust() throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static HttpResponse<String> post(
      HttpClient client, HttpServer server, String path, String content) {
    return EventLoop.run(() -> Tasks.await(send(client, server, path, content)));
  }

  private static CompletableFuture<HttpResponse<String>> send(
      HttpClient client, HttpServer server, String path, String content) {
    HttpRequest request =
        HttpRequest.newBuilder(HttpServerTest.uri(server, "https", path))
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofString(content))
            .build();
    return client.sendAsync(request, BodyHandlers.ofString());
  }
}
