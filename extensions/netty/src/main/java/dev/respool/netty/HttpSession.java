package dev.respool.netty;

import static io.netty.handler.codec.http.HttpResponseStatus.BAD_REQUEST;
import static io.netty.handler.codec.http.HttpResponseStatus.INTERNAL_SERVER_ERROR;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_URI_TOO_LONG;

import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpContentException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Answers the requests of a connection of HTTP/1, or of a stream of HTTP/2, one by one. */
final class HttpSession implements ConnectionBody {
  private static final Logger LOG = System.getLogger(HttpServer.class.getName());
  private static final Duration LINGER = Duration.ofSeconds(1);

  private final HttpOptions options;
  private final ResponseSender sender;
  private final BooleanSupplier draining;
  private final RunningBodies running;

  /** A draining server lets a connection end after the response that it is about to send. */
  HttpSession(HttpOptions options, BooleanSupplier draining, RunningBodies running) {
    this.options = options;
    this.sender = new ResponseSender(options.idleTimeout());
    this.draining = draining;
    this.running = running;
  }

  @Override
  public void run(NettyConnection connection) throws Exception {
    running.begin();
    try {
      boolean more = true;
      while (more && next(connection) instanceof FullHttpRequest request) {
        more = answer(connection, request);
      }
      connection.flush(options.idleTimeout());
    } finally {
      running.end();
    }
  }

  /** The next request, or null if there is none in time. */
  @Suspendable
  private Object next(NettyConnection connection) throws Exception {
    try {
      return connection.read(options.idleTimeout());
    } catch (TimeoutException e) {
      return null;
    }
  }

  /** Gives whether the connection may have another request. */
  @Suspendable
  private boolean answer(NettyConnection connection, FullHttpRequest request) throws Exception {
    boolean malformed = isMalformed(request);
    boolean keepAlive = HttpUtil.isKeepAlive(request) && !malformed;
    HttpResponse response = response(connection, request);
    keepAlive &= ResponseSender.frame(response, request.protocolVersion());
    keepAlive &= HttpUtil.isKeepAlive(response) && !draining.getAsBoolean();
    HttpUtil.setKeepAlive(response, keepAlive);
    send(connection, request, response);
    if (!keepAlive && request.decoderResult().isFailure()) {
      linger(connection);
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

  private static String line(FullHttpRequest request) {
    return request.method() + " " + request.uri();
  }

  @Suspendable
  private HttpResponse response(NettyConnection connection, FullHttpRequest request) {
    try {
      return request.decoderResult().isFailure()
          ? empty(refusal(request.decoderResult().cause()))
          : handled(connection, request);
    } finally {
      request.release();
    }
  }

  /** What the handler returns; 500 if it fails, whatever it throws. */
  @Suspendable
  private HttpResponse handled(NettyConnection connection, FullHttpRequest request) {
    try {
      HttpResponse response = options.handler().handle(request);
      if (response instanceof FullHttpResponse || response instanceof StreamedHttpResponse) {
        return response;
      }
      throw new IllegalStateException(
          "the HttpHandler returned "
              + response
              + ": it has to return a FullHttpResponse or a StreamedHttpResponse");
    } catch (Throwable t) {
      if (t instanceof CancellationException cancelled && !connection.isOpen()) {
        throw cancelled;
      }
      LOG.log(Level.ERROR, () -> line(request) + " failed", t);
      return empty(INTERNAL_SERVER_ERROR);
    }
  }

  private static HttpResponseStatus refusal(Throwable cause) {
    if (cause instanceof TooLongHttpContentException) {
      return REQUEST_ENTITY_TOO_LARGE;
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return REQUEST_HEADER_FIELDS_TOO_LARGE;
    }
    return cause instanceof TooLongHttpLineException ? REQUEST_URI_TOO_LONG : BAD_REQUEST;
  }

  private static FullHttpResponse empty(HttpResponseStatus status) {
    return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
  }

  /**
   * Reads on for a while behind a refused request: if a socket is closed with bytes unread, the
   * client's system may drop the response that it has received.
   */
  @Suspendable
  private void linger(NettyConnection connection) throws Exception {
    connection.flush(options.idleTimeout());
    if (connection.channel() instanceof SocketChannel socket
        && socket.pipeline().first() instanceof HttpServerCodec) {
      NettyFutures.await(socket.shutdownOutput());
    }
    try {
      Tasks.withTimeout(LINGER, () -> discardInput(connection));
    } catch (TimeoutException e) {
      LOG.log(Level.DEBUG, "a client goes on sending behind a refused request");
    }
  }

  @Suspendable
  private static Void discardInput(NettyConnection connection) throws Exception {
    for (Object message = connection.read(); message != null; message = connection.read()) {
      ReferenceCountUtil.release(message);
    }
    return null;
  }
}
