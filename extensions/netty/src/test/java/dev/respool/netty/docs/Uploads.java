package dev.respool.netty.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.respool.Suspendable;
import dev.respool.loop.AsyncFile;
import dev.respool.netty.HttpServer;
import dev.respool.netty.StreamedHttpRequest;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

public class Uploads {
  private final Path file = Files.createTempFile("upload", null);

  private Uploads() throws IOException {}

  public static void main(String[] args) throws Exception {
    Uploads uploads = new Uploads();
    InetSocketAddress anyPort = new InetSocketAddress("localhost", 0);
    try (HttpServer server =
        HttpServer.streamingBuilder(uploads::store).maxContentLength(1L << 30).bind(anyPort)) {
      URI uri = URI.create("http://localhost:" + server.address().getPort() + "/");
      HttpRequest upload =
          HttpRequest.newBuilder(uri).POST(BodyPublishers.ofByteArray(new byte[5_000_000])).build();
      System.out.println(HttpClient.newHttpClient().send(upload, BodyHandlers.ofString()).body());
      System.out.println(Files.size(uploads.file));
    } finally {
      Files.delete(uploads.file);
    }
  }

  @Suspendable
  private HttpResponse store(StreamedHttpRequest request) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    long length = 0;
    try (AsyncFile target = AsyncFile.open(file, CREATE, WRITE, TRUNCATE_EXISTING)) {
      while (request.content().read(buffer.clear()) >= 0) { // the client waits for the disk
        target.write(buffer.flip(), length);
        length += buffer.limit();
      }
    }
    return new DefaultFullHttpResponse(
        request.protocolVersion(),
        HttpResponseStatus.OK,
        Unpooled.copiedBuffer("stored " + length + " bytes", UTF_8));
  }
}
