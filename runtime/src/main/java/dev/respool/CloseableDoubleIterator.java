package dev.respool;

import java.util.PrimitiveIterator;

/** The iterator of a {@link DoubleGenerator}; {@link #nextDouble} boxes nothing. */
public interface CloseableDoubleIterator extends PrimitiveIterator.OfDouble, AutoCloseable {
  /**
   * Ends the run: its body's {@code finally} blocks and try-with-resources run. Does nothing the
   * second time.
   *
   * @throws CoroutineException around a checked exception of a {@code finally} block
   */
  @Override
  void close();
}
