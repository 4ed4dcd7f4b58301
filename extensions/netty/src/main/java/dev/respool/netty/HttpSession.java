package dev.respool.netty;

import static io.netty.handler.codec.http.HttpResponseStatus.INTERNAL_SERVER_ERROR;

import dev.respool.Suspendable;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.TooLongHttpContentException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Answers the requests of a connection of HTTP/1, or of a stream of HTTP/2, one by one. */
final class HttpSession extends RequestLoop<FullHttpRequest> {
  private static final Duration LINGER = Duration.ofSeconds(1);

  private final HttpHandler handler;

  HttpSession(
      HttpHandler handler, HttpOptions options, BooleanSupplier draining, RunningBodies running) {
    super(FullHttpRequest.class, options, draining, running);
    this.handler = handler;
  }

  @Override
  @Suspendable
  boolean answer(NettyConnection connection, FullHttpRequest request) throws Exception {
    boolean malformed = isMalformed(request);
    boolean keepAlive = HttpUtil.isKeepAlive(request) && !malformed;
    HttpResponse response = response(connection, request);
    keepAlive &= ResponseSender.frame(response, request.protocolVersion());
    keepAlive &= HttpUtil.isKeepAlive(response) && !isDraining();
    HttpUtil.setKeepAlive(response, keepAlive);
    send(connection, request, response);
    if (!keepAlive && request.decoderResult().isFailure()) {
      RefusedInput.end(connection, options.idleTimeout(), LINGER);
    }
    return keepAlive;
  }

  /** The decoder goes on behind too much content, but not behind other faults. */
  private static boolean isMalformed(FullHttpRequest request) {
    return request.decoderResult().isFailure()
        && !(request.decoderResult().cause() instanceof TooLongHttpContentException);
  }

  @Suspendable
  private void send(NettyConnection connection, FullHttpRequest request, HttpResponse response)
      throws Exception {
    try {
      sender.send(connection, response, request.method().equals(HttpMethod.HEAD));
    } catch (Exception e) {
      if (connection.isOpen() && !(e instanceof TimeoutException)) { // not the client's doing
        LOG.log(Level.ERROR, () -> line(request) + " failed behind the head of its response", e);
      }
      throw e;
    }
  }

  @Suspendable
  private HttpResponse response(NettyConnection connection, FullHttpRequest request) {
    try {
      return request.decoderResult().isFailure()
          ? Refusals.empty(Refusals.of(request.decoderResult().cause()))
          : handled(connection, request);
    } finally {
      request.release();
    }
  }

  /** What the handler returns; 500 if it fails, whatever it throws. */
  @Suspendable
  private HttpResponse handled(NettyConnection connection, FullHttpRequest request) {
    try {
      return ResponseSender.requireKnown(handler.handle(request));
    } catch (Throwable t) {
      if (t instanceof CancellationException cancelled && !connection.isOpen()) {
        throw cancelled;
      }
      LOG.log(Level.ERROR, () -> line(request) + " failed", t);
      return Refusals.empty(INTERNAL_SERVER_ERROR);
    }
  }
}
