package dev.respool.netty;

import dev.respool.Suspendable;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;

/**
 * Reads the content of one {@link StreamedHttpRequest}, part by part, as it arrives. There are
 * three ways, of which one request may use several:
 *
 * <pre>{@code
 * for (ByteBuf part : request.content()) { ... } // the reader releases each part
 * while (content.read(buffer.clear()) >= 0) { ... } // into a buffer of yours
 * ByteBuf part = content.read(); // yours to release
 * }</pre>
 *
 * <p>While nobody reads, the server does not read the connection, and does not open the window of a
 * stream of HTTP/2. So the client waits, and at most some 128 KiB are in memory.
 *
 * <p>A client that expects 100 (Continue) gets it when the content is first read, unless it has
 * announced too much. A handler that answers without reading spares it the sending.
 *
 * <p>Use a reader on the thread of the handler, in one task at a time, and only until the request
 * has been answered. If you pass a part to another thread, pass a copy: the handler can be
 * cancelled while that thread still uses the part.
 */
public final class ContentReader implements Iterable<ByteBuf> {
  private final ContentSource source;
  private final Loan lent = new Loan();
  private ByteBuf rest; // of the last part that did not fit; null if there is none
  private long limit;

  ContentReader(ContentSource source, long limit) {
    this.source = source;
    this.limit = limit;
  }

  /**
   * Changes how long the content may be. Without this call the server's {@link
   * HttpServerBuilder#maxContentLength} holds.
   *
   * @param bytes how many; zero or more
   */
  public void limit(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("the limit of a request's content is negative: " + bytes);
    }
    limit = bytes;
  }

  /**
   * Takes the next part; waits for it if none has arrived.
   *
   * @return some bytes, which the caller releases, or null at the end of the content
   * @throws ContentException if the content is longer than its limit, if it is malformed, if
   *     nothing arrives for the server's idle timeout, or if it arrives too slowly
   * @throws IOException if the client has gone before the end of the content; mostly the handler is
   *     cancelled then
   */
  @Suspendable
  public ByteBuf read() throws IOException {
    lent.end();
    if (rest != null) {
      ByteBuf part = rest;
      rest = null;
      return part;
    }
    return source.next(limit);
  }

  /**
   * Reads into a buffer; waits if nothing has arrived.
   *
   * @param target gets as many bytes as have arrived and fit
   * @return how many, or -1 at the end of the content; 0 only if there is no room
   * @throws ContentException as {@link #read()}
   * @throws IOException as {@link #read()}
   */
  @Suspendable
  public int read(ByteBuffer target) throws IOException {
    if (!target.hasRemaining()) {
      return 0;
    }
    ByteBuf part = read();
    if (part == null) {
      return -1;
    }
    int count = Math.min(target.remaining(), part.readableBytes());
    int end = target.limit();
    part.readBytes(target.limit(target.position() + count));
    target.limit(end);
    if (part.isReadable()) {
      rest = part;
    } else {
      part.release();
    }
    return count;
  }

  /**
   * Reads the content in a {@code for} loop. A part can be used until the next one is asked for;
   * the reader releases it. The methods of the iterator throw an {@link IOException} of {@link
   * #read()} inside an {@link java.io.UncheckedIOException}.
   *
   * @return the parts that have not been read; suspends while none has arrived
   */
  @Override
  public Iterator<ByteBuf> iterator() {
    return new ContentIterator(this);
  }

  /**
   * The headers behind content that is sent in chunks.
   *
   * @return none before the end of the content has been read
   */
  public HttpHeaders trailers() {
    return source.trailers();
  }

  /** What has not been read, as one buffer that is released with this reader. */
  @Suspendable
  ByteBuf readAll() throws IOException {
    ByteBuf all = source.allocate();
    try {
      for (ByteBuf part = read(); part != null; part = read()) {
        all.writeBytes(part);
        part.release();
      }
    } catch (Throwable t) {
      all.release();
      throw t;
    }
    return lend(all);
  }

  /** Releases a part when the next one is read. */
  ByteBuf lend(ByteBuf part) {
    return lent.begin(part);
  }

  /** The request has been answered. */
  void close() {
    lent.end();
    if (rest != null) {
      rest.release();
      rest = null;
    }
  }

  /** A buffer that its user does not release. */
  private static final class Loan {
    private ByteBuf buffer; // null if there is none

    ByteBuf begin(ByteBuf next) {
      buffer = next;
      return next;
    }

    void end() {
      if (buffer != null) {
        buffer.release();
        buffer = null;
      }
    }
  }
}
