package dev.respool;

import java.util.Iterator;

/**
 * An iterator that you may close before its end.
 *
 * @param <T> the element type
 */
public interface CloseableIterator<T> extends Iterator<T>, AutoCloseable {
  /**
   * Ends the iteration. The {@code finally} blocks of the producer run; in the code of a task they
   * may wait for the event loop. Closing it at the end, or a second time, does nothing.
   */
  @Override
  void close();
}
