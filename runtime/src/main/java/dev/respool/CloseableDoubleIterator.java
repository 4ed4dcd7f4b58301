package dev.respool;

import java.util.PrimitiveIterator;

/** The iterator of a {@link DoubleGenerator}; {@link #nextDouble} boxes nothing. */
public interface CloseableDoubleIterator extends PrimitiveIterator.OfDouble, AutoCloseable {
  /**
   * Ends the run. The {@code finally} blocks of its body run, those of try-with-resources too. In
   * the code of a task they may wait for the event loop. Closing it a second time does nothing.
   *
   * @throws CoroutineException if a {@code finally} block throws a checked exception
   */
  @Override
  void close();
}
