package dev.respool.examples.http;

import dev.respool.Suspendable;
import dev.respool.loop.TcpConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A connection to an HTTP server, for one request after the other. */
final class HttpClient implements AutoCloseable {
  private final TcpConnection connection;
  private final HttpInput input;
  private final String host;

  private HttpClient(TcpConnection connection, String host) {
    this.connection = connection;
    this.input = new HttpInput(connection);
    this.host = host;
  }

  @Suspendable
  static HttpClient connect(InetSocketAddress server) throws IOException {
    TcpConnection connection = TcpConnection.connect(server);
    return new HttpClient(connection, server.getHostString() + ":" + server.getPort());
  }

  /**
   * Downloads a file into a digest.
   *
   * @param path percent-encoded, with a slash at the beginning
   * @param keepAlive whether there will be another request
   * @param digest takes the bytes as they come
   * @return how many came
   */
  @Suspendable
  long get(String path, boolean keepAlive, MessageDigest digest) throws IOException {
    connection.write(request(path, keepAlive));
    long length = bodyLength(path, readHead(path));
    long received = 0;
    while (received < length) {
      ByteBuffer some = input.readSome(length - received).orElse(null);
      if (some == null) {
        throw new IOException(path + ": ended after " + received + " of " + length + " bytes");
      }
      received += some.remaining();
      digest.update(some);
    }
    return received;
  }

  private byte[] request(String path, boolean keepAlive) {
    String more = keepAlive ? "keep-alive" : "close";
    String head = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: " + more;
    return (head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  @Suspendable
  private HttpHead readHead(String path) throws IOException {
    HttpHead head = input.readHead().orElse(null);
    if (head == null) {
      throw new IOException(path + ": the server closed the connection without an answer");
    }
    return head;
  }

  private static long bodyLength(String path, HttpHead head) throws IOException {
    if (!head.startLine().matches("HTTP/1\\.[01] 200( .*)?")) {
      throw new IOException(path + ": the server answered " + head.startLine());
    }
    return head.contentLength()
        .orElseThrow(() -> new BadMessageException(path + ": the answer has no Content-Length"));
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
