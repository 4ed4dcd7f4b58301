package dev.respool.netty;

import dev.respool.Suspendable;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultHttpContent;
import java.io.IOException;
import java.time.Duration;

/** Sends the content of one {@link StreamedHttpResponse}. */
public final class ContentWriter {
  private final NettyConnection connection;
  private final Duration idleTimeout;
  private final long length; // negative: unknown
  private long written;

  ContentWriter(NettyConnection connection, Duration idleTimeout, long length) {
    this.connection = connection;
    this.idleTimeout = idleTimeout;
    this.length = length;
  }

  /**
   * Sends a part of the content. Waits first while the client takes the parts before, so that
   * little of the content is in memory.
   *
   * @param part is released, also if this throws
   * @throws java.util.concurrent.TimeoutException if the client takes nothing for the server's idle
   *     timeout
   * @throws java.nio.channels.ClosedChannelException if the connection is closed
   * @throws IOException if the content gets longer than {@code Content-Length}
   * @throws Exception why the connection is broken
   */
  @Suspendable
  public void write(ByteBuf part) throws Exception {
    written += part.readableBytes();
    if (length >= 0 && written > length) {
      part.release();
      throw new IOException("the content is longer than its Content-Length, " + length + " bytes");
    }
    connection.write(new DefaultHttpContent(part), idleTimeout);
  }

  /** The content is complete. */
  void requireLength() throws IOException {
    if (length >= 0 && written < length) {
      throw new IOException(
          "the content has " + written + " bytes and its Content-Length is " + length);
    }
  }
}
