package dev.respool;

import java.util.PrimitiveIterator;

/** The iterator of an {@link IntGenerator}; {@link #nextInt} boxes nothing. */
public interface CloseableIntIterator extends PrimitiveIterator.OfInt, AutoCloseable {
  /**
   * Ends the run. The {@code finally} blocks of its body run, those of try-with-resources too. In
   * the code of a task they may wait for the event loop. Closing it a second time does nothing.
   *
   * @throws CoroutineException if a {@code finally} block throws a checked exception
   */
  @Override
  void close();
}
