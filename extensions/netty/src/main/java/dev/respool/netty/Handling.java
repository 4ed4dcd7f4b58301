package dev.respool.netty;

/** How requests reach the handler of an {@link HttpServer}. */
sealed interface Handling {
  /**
   * Each with its whole content.
   *
   * @param handler answers them
   */
  record Whole(HttpHandler handler) implements Handling {}

  /**
   * Each when its head has arrived.
   *
   * @param handler answers them and reads their content
   */
  record Streaming(StreamingHttpHandler handler) implements Handling {}
}
