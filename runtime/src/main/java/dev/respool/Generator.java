package dev.respool;

import java.io.Serializable;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A sequence whose elements are computed when they are asked for, by a body that yields them.
 *
 * <pre>{@code
 * for (int n : Generator.<Integer>of(g -> {
 *   g.yield(1);
 *   g.yield(2);
 * })) { … }
 * }</pre>
 *
 * <p>You may share a generator. Each of its iterators is a separate run of the body and belongs to
 * one thread at a time.
 *
 * @param <T> the element type
 */
@SuppressWarnings("serial") // the body may be serializable or not
public final class Generator<T> implements Iterable<T>, Serializable {
  private static final long serialVersionUID = 1;

  private final GeneratorBody<T> body;

  private Generator(GeneratorBody<T> body) {
    this.body = Objects.requireNonNull(body, "the body of a generator is null");
  }

  /**
   * Makes a generator.
   *
   * @param body yields the elements; runs anew for each iterator
   * @param <T> the element type
   * @return the sequence
   */
  public static <T> Generator<T> of(GeneratorBody<T> body) {
    return new Generator<>(body);
  }

  /**
   * Starts a fresh run. The body does not begin before the first element is asked for.
   *
   * @return an iterator; closing it runs the body's {@code finally} blocks
   */
  @Override
  public CloseableIterator<T> iterator() {
    return GeneratorRun.of(body);
  }

  /**
   * The elements of a fresh run as an ordered, sequential stream.
   *
   * @return a stream; closing it closes the run
   */
  public Stream<T> stream() {
    CloseableIterator<T> run = iterator();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(run, Spliterator.ORDERED), false)
        .onClose(run::close);
  }
}
