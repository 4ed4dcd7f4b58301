package dev.respool.netty;

import dev.respool.Suspendable;
import io.netty.handler.codec.http.HttpResponse;

/** Answers the requests of an {@link HttpServer} while their content arrives. */
@FunctionalInterface
public interface StreamingHttpHandler {
  /**
   * Answers one request; may suspend. It is called when the head of the request has arrived, and
   * reads the content by {@link StreamedHttpRequest#content}. Apart from that, what {@link
   * HttpHandler#handle} says holds.
   *
   * <p>The content need not be read. After the response the server reads on a little, so that the
   * next request can follow. If there is more content, it closes the connection.
   *
   * @param request its head, and a reader of its content
   * @return a {@link io.netty.handler.codec.http.FullHttpResponse} or a {@link
   *     StreamedHttpResponse}; the {@link StreamedContent} of the latter may read the request's
   *     content while it is written
   * @throws ContentException for a response with its status
   * @throws Exception for a response of status 500 and a line in the log
   */
  @Suspendable
  HttpResponse handle(StreamedHttpRequest request) throws Exception;
}
