package dev.respool;

import java.io.Serializable;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/**
 * A sequence of {@code long} values that a body yields when they are asked for. Unlike a {@link
 * Generator} it boxes nothing and allocates nothing for an element.
 *
 * <pre>{@code
 * LongGenerator numbers = LongGenerator.of(g -> {
 *   for (long n = 0; ; n++) {
 *     g.yield(n);
 *   }
 * });
 * long sum = numbers.stream().limit(10).sum();
 * }</pre>
 */
@SuppressWarnings("serial") // the body may be serializable or not
public final class LongGenerator implements Iterable<Long>, Serializable {
  private static final long serialVersionUID = 1;

  private final LongGeneratorBody body;

  private LongGenerator(LongGeneratorBody body) {
    this.body = Objects.requireNonNull(body, "the body of a generator is null");
  }

  /**
   * Makes a generator.
   *
   * @param body yields the elements; runs anew for each iterator
   * @return the sequence
   */
  public static LongGenerator of(LongGeneratorBody body) {
    return new LongGenerator(body);
  }

  /**
   * Starts a fresh run. The body does not begin before the first element is asked for.
   *
   * @return an iterator; closing it runs the body's {@code finally} blocks
   */
  @Override
  public CloseableLongIterator iterator() {
    return LongGeneratorRun.of(body);
  }

  /**
   * The elements of a fresh run as an ordered, sequential stream.
   *
   * @return a stream; closing it closes the run
   */
  public LongStream stream() {
    CloseableLongIterator run = iterator();
    return StreamSupport.longStream(
            Spliterators.spliteratorUnknownSize(run, Spliterator.ORDERED), false)
        .onClose(run::close);
  }
}
