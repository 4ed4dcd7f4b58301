package dev.respool.netty;

import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Objects;

/**
 * A response whose content is written while it is sent, so that it is never in memory as a whole.
 *
 * <p>If you know how long the content is, set {@code Content-Length}. Otherwise the server sends it
 * in chunks, and to a client of HTTP/1.0 until it closes the connection.
 */
public final class StreamedHttpResponse extends DefaultHttpResponse {
  private final StreamedContent content;

  /**
   * Makes a response without headers.
   *
   * @param status its status
   * @param content written and closed by the server
   */
  public StreamedHttpResponse(HttpResponseStatus status, StreamedContent content) {
    super(HttpVersion.HTTP_1_1, status);
    this.content = Objects.requireNonNull(content, "StreamedHttpResponse: the content is null");
  }

  StreamedContent content() {
    return content;
  }
}
