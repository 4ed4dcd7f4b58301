package dev.respool.netty;

import dev.respool.Suspendable;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponse;

/** Answers the requests of an {@link HttpServer}. */
@FunctionalInterface
public interface HttpHandler {
  /**
   * Answers one request; may suspend. It runs on the thread of the connection's event loop, beside
   * the handlers of other connections. If the client closes the connection meanwhile, it is
   * cancelled.
   *
   * @param request with its whole content; the server releases it afterwards
   * @return a {@link io.netty.handler.codec.http.FullHttpResponse} or a {@link
   *     StreamedHttpResponse}, which the server releases; it adds {@code Content-Length}, unless
   *     the content is streamed, and {@code Connection}
   * @throws Exception for a response of status 500 and a line in the log
   */
  @Suspendable
  HttpResponse handle(FullHttpRequest request) throws Exception;
}
