package dev.respool.netty;

import dev.respool.Suspendable;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Lends the parts of a request's content, one at a time. */
final class ContentIterator implements Iterator<ByteBuf> {
  private final ContentReader reader;
  private ByteBuf ahead; // null if it has been given or not been read
  private boolean ended;

  ContentIterator(ContentReader reader) {
    this.reader = reader;
  }

  @Override
  @Suspendable
  public boolean hasNext() {
    if (ahead == null && !ended) {
      ByteBuf part = read();
      ended = part == null;
      ahead = ended ? null : reader.lend(part);
    }
    return !ended;
  }

  @Suspendable
  private ByteBuf read() {
    try {
      return reader.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  @Suspendable
  public ByteBuf next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the content has been read to its end");
    }
    ByteBuf part = ahead;
    ahead = null;
    return part;
  }
}
