package dev.respool;

import java.util.PrimitiveIterator;

/** The iterator of an {@link IntGenerator}; {@link #nextInt} boxes nothing. */
public interface CloseableIntIterator extends PrimitiveIterator.OfInt, AutoCloseable {
  /**
   * Ends the run: its body's {@code finally} blocks and try-with-resources run. Does nothing the
   * second time.
   *
   * @throws CoroutineException around a checked exception of a {@code finally} block
   */
  @Override
  void close();
}
