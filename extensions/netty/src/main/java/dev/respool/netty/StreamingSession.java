package dev.respool.netty;

import static io.netty.handler.codec.http.HttpResponseStatus.EXPECTATION_FAILED;
import static io.netty.handler.codec.http.HttpResponseStatus.INTERNAL_SERVER_ERROR;

import dev.respool.Suspendable;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Answers the requests of a connection of HTTP/1, or of a stream of HTTP/2, one by one, each from
 * its head on. The content is read by the handler, by the content of the response, or at last by
 * this session, so that the next request can follow.
 */
final class StreamingSession extends RequestLoop<HttpRequest> {
  /** Time for a client that still sends content, to notice the response. */
  private static final Duration LINGER = Duration.ofSeconds(5);

  private final StreamingHttpHandler handler;

  StreamingSession(
      StreamingHttpHandler handler,
      HttpOptions options,
      BooleanSupplier draining,
      RunningBodies running) {
    super(HttpRequest.class, options, draining, running);
    this.handler = handler;
  }

  @Override
  @Suspendable
  boolean answer(NettyConnection connection, HttpRequest head) throws Exception {
    CoroutineHandler end = connection.channel().pipeline().get(CoroutineHandler.class);
    if (end == null) {
      return false; // the connection has been closed
    }
    end.beginRequest();
    try {
      return answerNow(connection, head);
    } finally {
      end.endRequest();
      ReferenceCountUtil.release(head); // it has a count if it is a request without content
    }
  }

  @Suspendable
  private boolean answerNow(NettyConnection connection, HttpRequest head) throws Exception {
    ContentSource source = new ContentSource(connection, head, options.idleTimeout());
    ContentReader content = new ContentReader(source, options.maxContentLength());
    try {
      boolean keepAlive = respond(connection, head, source, content);
      if (source.skip() && !head.decoderResult().isFailure()) {
        return keepAlive;
      }
      RefusedInput.end(connection, options.idleTimeout(), LINGER);
      return false;
    } finally {
      content.close();
    }
  }

  @Suspendable
  private boolean respond(
      NettyConnection connection, HttpRequest head, ContentSource source, ContentReader content)
      throws Exception {
    HttpResponse response = response(connection, head, source, content);
    boolean keepAlive = HttpUtil.isKeepAlive(head) && head.decoderResult().isSuccess();
    keepAlive &= source.canBeSkipped() && !isDraining();
    keepAlive &= ResponseSender.frame(response, head.protocolVersion());
    keepAlive &= HttpUtil.isKeepAlive(response);
    HttpUtil.setKeepAlive(response, keepAlive);
    source.answer();
    send(connection, head, source, response);
    return keepAlive;
  }

  @Suspendable
  private void send(
      NettyConnection connection, HttpRequest head, ContentSource source, HttpResponse response)
      throws Exception {
    try {
      sender.send(connection, response, head.method().equals(HttpMethod.HEAD));
    } catch (Exception e) {
      boolean fromClient = e instanceof TimeoutException || ContentException.in(e) != null;
      if (connection.isOpen() && !fromClient && !source.isBroken()) {
        LOG.log(Level.ERROR, () -> line(head) + " failed behind the head of its response", e);
      }
      throw e;
    }
  }

  @Suspendable
  private HttpResponse response(
      NettyConnection connection, HttpRequest head, ContentSource source, ContentReader content) {
    if (head.decoderResult().isFailure()) {
      return Refusals.empty(Refusals.of(head.decoderResult().cause()));
    }
    if (expectsTheUnknown(head)) {
      return Refusals.empty(EXPECTATION_FAILED);
    }
    try {
      source.passEmpty(head);
      return ResponseSender.requireKnown(handler.handle(new StreamedHttpRequest(head, content)));
    } catch (Throwable t) {
      return failed(connection, head, source, t);
    }
  }

  private static boolean expectsTheUnknown(HttpRequest head) {
    String expected = head.headers().get(HttpHeaderNames.EXPECT);
    return expected != null
        && head.protocolVersion().isKeepAliveDefault() // HTTP/1.0 does not know it
        && !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expected);
  }

  /** The response to a request whose handler has failed. */
  private static HttpResponse failed(
      NettyConnection connection, HttpRequest head, ContentSource source, Throwable t) {
    if (t instanceof CancellationException cancelled && !connection.isOpen()) {
      throw cancelled;
    }
    ContentException refused = ContentException.in(t);
    if (refused != null) {
      LOG.log(Level.DEBUG, () -> line(head) + " was refused", t);
      return Refusals.empty(refused.status());
    }
    boolean clientHasGone = source.isBroken() && !connection.isOpen();
    LOG.log(clientHasGone ? Level.DEBUG : Level.ERROR, () -> line(head) + " failed", t);
    return Refusals.empty(INTERNAL_SERVER_ERROR);
  }
}
