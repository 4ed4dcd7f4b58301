package dev.respool.netty;

import dev.respool.Suspendable;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;

/**
 * Sends responses, and gives up if the client takes nothing for the idle timeout: a client that
 * does not read must not keep its connection for ever.
 *
 * @param idleTimeout how long to wait until the client takes some bytes
 */
record ResponseSender(Duration idleTimeout) {
  /** What is longer is sent in parts: each of them may take the idle timeout. */
  private static final int PART = 1 << 16;

  /** A handler's response that can be sent. */
  static HttpResponse requireKnown(HttpResponse response) {
    if (response instanceof FullHttpResponse || response instanceof StreamedHttpResponse) {
      return response;
    }
    throw new IllegalStateException(
        "the handler returned "
            + response
            + ": it has to return a FullHttpResponse or a StreamedHttpResponse");
  }

  /**
   * Says in the header how long the content is.
   *
   * @param client the version of the request
   * @return whether the client can tell where the content ends, without the end of the connection
   */
  static boolean frame(HttpResponse response, HttpVersion client) {
    if (!mayHaveContent(response) || HttpUtil.isContentLengthSet(response)) {
      return true;
    }
    if (response instanceof FullHttpResponse full) {
      HttpUtil.setTransferEncodingChunked(full, false);
      HttpUtil.setContentLength(full, full.content().readableBytes());
      return true;
    }
    boolean knowsChunks = client.isKeepAliveDefault(); // from HTTP/1.1 on
    HttpUtil.setTransferEncodingChunked(response, knowsChunks);
    return knowsChunks;
  }

  private static boolean mayHaveContent(HttpResponse response) {
    return response.status().codeClass() != HttpStatusClass.INFORMATIONAL
        && !response.status().equals(HttpResponseStatus.NO_CONTENT)
        && !response.status().equals(HttpResponseStatus.NOT_MODIFIED);
  }

  /** Sends a response, without its content if the client has asked for the head only. */
  @Suspendable
  void send(NettyConnection connection, HttpResponse response, boolean headOnly) throws Exception {
    if (response instanceof StreamedHttpResponse streamed) {
      try (StreamedContent content = streamed.content()) {
        stream(connection, response, content, headOnly);
      }
    } else {
      sendFull(connection, (FullHttpResponse) response, headOnly);
    }
  }

  @Suspendable
  private void sendFull(NettyConnection connection, FullHttpResponse response, boolean headOnly)
      throws Exception {
    if (headOnly) {
      FullHttpResponse head = response.replace(Unpooled.EMPTY_BUFFER);
      response.release();
      connection.write(head, idleTimeout);
    } else if (response.content().readableBytes() <= PART) {
      connection.write(response, idleTimeout);
    } else {
      sendInParts(connection, response);
    }
  }

  @Suspendable
  private void sendInParts(NettyConnection connection, FullHttpResponse response) throws Exception {
    HttpResponse head =
        new DefaultHttpResponse(response.protocolVersion(), response.status(), response.headers());
    try {
      stream(connection, head, writer -> writeParts(response.content(), writer), false);
    } finally {
      response.release();
    }
  }

  @Suspendable
  private static void writeParts(ByteBuf content, ContentWriter writer) throws Exception {
    while (content.isReadable()) {
      writer.write(content.readRetainedSlice(Math.min(PART, content.readableBytes())));
    }
  }

  @Suspendable
  private void stream(
      NettyConnection connection, HttpResponse head, StreamedContent content, boolean headOnly)
      throws Exception {
    long length = HttpUtil.getContentLength(head, -1L);
    connection.write(head, idleTimeout);
    if (!headOnly) {
      ContentWriter writer = new ContentWriter(connection, idleTimeout, length);
      content.writeTo(writer);
      writer.requireLength();
    }
    connection.write(LastHttpContent.EMPTY_LAST_CONTENT, idleTimeout);
  }
}
