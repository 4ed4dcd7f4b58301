package dev.respool.netty;

import static io.netty.handler.codec.http.HttpResponseStatus.BAD_REQUEST;
import static io.netty.handler.codec.http.HttpResponseStatus.CONTINUE;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_TIMEOUT;

import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/**
 * Takes the content of one request from its connection, and knows where it ends.
 *
 * <p>What has been announced is the value of {@code Content-Length}, of which the decoder sees to
 * it that no more and no less is given. It is not known for content in chunks.
 */
final class ContentSource {
  /** How much unread content is worth keeping a connection. */
  private static final int SKIPPED = 1 << 18;

  private static final Duration SKIPPING = Duration.ofSeconds(5);
  private static final int FIRST_ROOM = 1 << 13;

  private final NettyConnection connection;
  private final Duration idleTimeout;
  private final long announced; // negative: unknown
  private HttpHeaders trailers = EmptyHttpHeaders.INSTANCE;
  private IOException failure; // null while more can be read
  private long received;
  private boolean awaitsContinue;
  private boolean answering;
  private boolean ended;

  ContentSource(NettyConnection connection, HttpRequest head, Duration idleTimeout) {
    this.connection = connection;
    this.idleTimeout = idleTimeout;
    this.announced =
        HttpUtil.isTransferEncodingChunked(head) ? -1 : HttpUtil.getContentLength(head, -1L);
    this.awaitsContinue =
        head.headers().contains(HttpHeaderNames.EXPECT)
            && head.protocolVersion().isKeepAliveDefault(); // HTTP/1.0 does not know it
    this.ended = head instanceof FullHttpRequest; // a stream that ends with its head
  }

  /**
   * Reads the end of a request that has no content. It has arrived together with the head; while it
   * is unread, nobody would notice that the client closes the connection.
   */
  @Suspendable
  void passEmpty(HttpRequest head) throws IOException {
    boolean empty = announced == 0 || announced < 0 && !HttpUtil.isTransferEncodingChunked(head);
    if (empty && !ended) {
      awaitsContinue = false;
      receive().release();
    }
  }

  /** The next bytes, or null at the end. */
  @Suspendable
  ByteBuf next(long limit) throws IOException {
    while (!ended) {
      ByteBuf part = accept(limit);
      if (part.isReadable()) {
        return part;
      }
      part.release();
    }
    return null;
  }

  @Suspendable
  private ByteBuf accept(long limit) throws IOException {
    requireWithin(limit, Math.max(announced, received));
    inviteContent();
    ByteBuf part = receive();
    try {
      requireWithin(limit, received);
    } catch (IOException e) {
      part.release();
      throw e;
    }
    return part;
  }

  private static void requireWithin(long limit, long length) throws IOException {
    if (length > limit) {
      throw new ContentException(
          REQUEST_ENTITY_TOO_LARGE, "the content of the request has more than " + limit + " bytes");
    }
  }

  @Suspendable
  private void inviteContent() throws IOException {
    if (!awaitsContinue) {
      return;
    }
    awaitsContinue = false;
    if (!answering) { // no interim response can follow the final one
      try {
        connection.write(
            new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, CONTINUE, Unpooled.EMPTY_BUFFER),
            idleTimeout);
      } catch (Exception e) {
        throw failed(e);
      }
    }
  }

  @Suspendable
  private ByteBuf receive() throws IOException {
    if (failure != null) {
      throw failure;
    }
    Object message = message();
    if (!(message instanceof HttpContent content)) {
      ReferenceCountUtil.release(message);
      throw failed(new EOFException("the client has gone before the end of its content"));
    }
    if (content.decoderResult().isFailure()) {
      content.release();
      Throwable cause = content.decoderResult().cause();
      throw failed(new ContentException(Refusals.of(cause), fault(cause), cause));
    }
    received += content.content().readableBytes();
    if (content instanceof LastHttpContent last) {
      ended = true;
      trailers = last.trailingHeaders();
    }
    return content.content();
  }

  private static String fault(Throwable cause) {
    return cause instanceof SlowContentException
        ? cause.getMessage()
        : "the content of the request is malformed";
  }

  @Suspendable
  private Object message() throws IOException {
    try {
      return connection.read(idleTimeout);
    } catch (Exception e) {
      throw failed(e);
    }
  }

  /** What to throw instead, now and when the content is read again; a cancellation is thrown. */
  private IOException failed(Exception cause) {
    if (cause instanceof CancellationException cancelled) {
      throw cancelled;
    }
    if (cause instanceof IOException broken) {
      failure = broken;
    } else if (cause instanceof TimeoutException) {
      failure = new ContentException(REQUEST_TIMEOUT, cause.getMessage(), cause);
    } else {
      failure = new ContentException(BAD_REQUEST, "the content of the request is malformed", cause);
    }
    return failure;
  }

  HttpHeaders trailers() {
    return trailers;
  }

  /** Room for content that is yet to be read. */
  ByteBuf allocate() {
    return connection.channel().alloc().heapBuffer(FIRST_ROOM);
  }

  /** Whether the client has gone, or what it has sent cannot be read on. */
  boolean isBroken() {
    return failure != null;
  }

  /** The head of the response is about to be sent. */
  void answer() {
    answering = true;
  }

  /** Whether the next request can be reached with little effort. */
  boolean canBeSkipped() {
    boolean little = announced - received <= SKIPPED; // or unknown
    return ended || failure == null && !awaitsContinue && little;
  }

  /** Reads what is left if it is little and comes soon; gives whether its end was reached. */
  @Suspendable
  boolean skip() {
    if (ended || !canBeSkipped()) {
      return ended;
    }
    try {
      return Tasks.withTimeout(SKIPPING, () -> discard());
    } catch (TimeoutException e) {
      return false;
    }
  }

  @Suspendable
  private boolean discard() {
    long enough = received + SKIPPED;
    try {
      while (!ended && received <= enough) {
        receive().release();
      }
    } catch (IOException e) {
      return false; // the response has been sent
    }
    return ended;
  }
}
