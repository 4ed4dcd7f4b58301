package dev.respool.loop;

import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gives out its elements in a random order, which the seed alone decides.
 *
 * @param <T> the elements
 */
final class RandomQueue<T> extends AbstractQueue<T> {
  private final List<T> elements = new ArrayList<>();
  private final SplittableRandom random;
  private final Runnable beforePoll;

  RandomQueue(long seed, Runnable beforePoll) {
    this.random = new SplittableRandom(seed);
    this.beforePoll = beforePoll;
  }

  @Override
  public boolean offer(T element) {
    return elements.add(element);
  }

  /** Moves a random element to the end, so that removing it takes constant time. */
  @Override
  public T peek() {
    if (elements.isEmpty()) {
      return null;
    }
    int last = elements.size() - 1;
    int chosen = random.nextInt(elements.size());
    T element = elements.set(chosen, elements.get(last));
    elements.set(last, element);
    return element;
  }

  @Override
  public T poll() {
    beforePoll.run();
    return peek() == null ? null : elements.remove(elements.size() - 1);
  }

  @Override
  public Iterator<T> iterator() {
    return elements.iterator();
  }

  @Override
  public int size() {
    return elements.size();
  }
}
