package dev.respool.netty;

import dev.respool.Suspendable;
import io.netty.handler.codec.http.HttpRequest;
import java.lang.System.Logger;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Takes the requests of a connection of HTTP/1, or of a stream of HTTP/2, one by one.
 *
 * @param <R> what it takes: requests with their content, or heads of requests
 */
abstract class RequestLoop<R extends HttpRequest> implements ConnectionBody {
  static final Logger LOG = System.getLogger(HttpServer.class.getName());

  final HttpOptions options;
  final ResponseSender sender;
  private final Class<R> kind;
  private final BooleanSupplier draining;
  private final RunningBodies running;

  /** A draining server lets a connection end after the response that it is about to send. */
  RequestLoop(Class<R> kind, HttpOptions options, BooleanSupplier draining, RunningBodies running) {
    this.kind = kind;
    this.options = options;
    this.sender = new ResponseSender(options.idleTimeout());
    this.draining = draining;
    this.running = running;
  }

  @Override
  public final void run(NettyConnection connection) throws Exception {
    running.begin();
    try {
      boolean more = true;
      while (more) {
        Object request = next(connection);
        more = kind.isInstance(request) && answer(connection, kind.cast(request));
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
  abstract boolean answer(NettyConnection connection, R request) throws Exception;

  final boolean isDraining() {
    return draining.getAsBoolean();
  }

  /** How a request is named in the log. */
  static String line(HttpRequest request) {
    return request.method() + " " + request.uri();
  }
}
