package dev.respool;

import java.util.Iterator;

/**
 * An iterator that may be given up before its end.
 *
 * @param <T> the element type
 */
public interface CloseableIterator<T> extends Iterator<T>, AutoCloseable {
  /**
   * Ends the iteration: the {@code finally} blocks of the producer run. Does nothing at the end or
   * a second time.
   */
  @Override
  void close();
}
