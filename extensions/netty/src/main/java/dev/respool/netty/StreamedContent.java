package dev.respool.netty;

import dev.respool.Suspendable;
import java.io.IOException;

/** The content of a {@link StreamedHttpResponse}, such as a file. */
@FunctionalInterface
public interface StreamedContent extends AutoCloseable {
  /**
   * Writes the content; may suspend. It runs on the thread of the connection's event loop, and only
   * if the client wants the content: not for a HEAD request. If it throws, the connection is
   * closed, so that the client does not take what it has got for the whole. If the client closes
   * the connection meanwhile, this is cancelled.
   *
   * @param writer takes the content, part by part
   * @throws Exception why the content is not complete
   */
  @Suspendable
  void writeTo(ContentWriter writer) throws Exception;

  /**
   * Frees what the content holds. The server calls it once for each response that it gets from a
   * handler, whether the content was written or not.
   *
   * @throws IOException a failure, which closes the connection
   */
  @Override
  default void close() throws IOException {}
}
