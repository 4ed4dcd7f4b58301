package dev.respool.netty.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import dev.respool.netty.HttpServer;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

public class Greetings {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public static void main(String[] args) throws Exception {
    InetSocketAddress anyPort = new InetSocketAddress("localhost", 0);
    try (HttpServer server = HttpServer.builder(Greetings::greet).bind(anyPort)) {
      int port = server.address().getPort();
      System.out.println(EventLoop.run(() -> fetch(port, "/Ada") + fetch(port, "/Alan")));
    }
  }

  @Suspendable
  private static FullHttpResponse greet(FullHttpRequest request) {
    Tasks.sleep(Duration.ofMillis(10)); // the thread serves other connections meanwhile
    String text = "Hello, " + request.uri().substring(1) + "! ";
    return new DefaultFullHttpResponse(
        request.protocolVersion(), HttpResponseStatus.OK, Unpooled.copiedBuffer(text, UTF_8));
  }

  @Suspendable
  private static String fetch(int port, String path) {
    URI uri = URI.create("http://localhost:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    return Tasks.await(CLIENT.sendAsync(request, BodyHandlers.ofString())).body();
  }
}
