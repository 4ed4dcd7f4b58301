package dev.respool;

import java.io.Serializable;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/**
 * A sequence of {@code double} values that a body yields when they are asked for. Unlike a {@link
 * Generator} it boxes nothing and allocates nothing for an element.
 *
 * <pre>{@code
 * DoubleGenerator numbers = DoubleGenerator.of(g -> {
 *   for (double n = 0; ; n++) {
 *     g.yield(n);
 *   }
 * });
 * double sum = numbers.stream().limit(10).sum();
 * }</pre>
 */
@SuppressWarnings("serial") // the body may be serializable or not
public final class DoubleGenerator implements Iterable<Double>, Serializable {
  private static final long serialVersionUID = 1;

  private final DoubleGeneratorBody body;

  private DoubleGenerator(DoubleGeneratorBody body) {
    this.body = Objects.requireNonNull(body, "the body of a generator is null");
  }

  /**
   * Makes a generator.
   *
   * @param body yields the elements; runs anew for each iterator
   * @return the sequence
   */
  public static DoubleGenerator of(DoubleGeneratorBody body) {
    return new DoubleGenerator(body);
  }

  /**
   * Starts a fresh run. The body does not begin before the first element is asked for.
   *
   * @return an iterator; closing it runs the body's {@code finally} blocks
   */
  @Override
  public CloseableDoubleIterator iterator() {
    return DoubleGeneratorRun.of(body);
  }

  /**
   * The elements of a fresh run as an ordered, sequential stream.
   *
   * @return a stream; closing it closes the run
   */
  public DoubleStream stream() {
    CloseableDoubleIterator run = iterator();
    return StreamSupport.doubleStream(
            Spliterators.spliteratorUnknownSize(run, Spliterator.ORDERED), false)
        .onClose(run::close);
  }
}
