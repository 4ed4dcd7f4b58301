package dev.respool;

import java.io.Serializable;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A sequence of {@code int} values that a body yields when they are asked for. Unlike a {@link
 * Generator} it boxes nothing and allocates nothing for an element.
 *
 * <pre>{@code
 * IntGenerator numbers = IntGenerator.of(g -> {
 *   for (int n = 0; ; n++) {
 *     g.yield(n);
 *   }
 * });
 * int sum = numbers.stream().limit(10).sum();
 * }</pre>
 */
@SuppressWarnings("serial") // the body may be serializable or not
public final class IntGenerator implements Iterable<Integer>, Serializable {
  private static final long serialVersionUID = 1;

  private final IntGeneratorBody body;

  private IntGenerator(IntGeneratorBody body) {
    this.body = Objects.requireNonNull(body, "the body of a generator is null");
  }

  /**
   * Makes a generator.
   *
   * @param body yields the elements; runs anew for each iterator
   * @return the sequence
   */
  public static IntGenerator of(IntGeneratorBody body) {
    return new IntGenerator(body);
  }

  /**
   * Starts a fresh run. The body does not begin before the first element is asked for.
   *
   * @return an iterator; closing it runs the body's {@code finally} blocks
   */
  @Override
  public CloseableIntIterator iterator() {
    return IntGeneratorRun.of(body);
  }

  /**
   * The elements of a fresh run as an ordered, sequential stream.
   *
   * @return a stream; closing it closes the run
   */
  public IntStream stream() {
    CloseableIntIterator run = iterator();
    return StreamSupport.intStream(
            Spliterators.spliteratorUnknownSize(run, Spliterator.ORDERED), false)
        .onClose(run::close);
  }
}
