package dev.respool.loop;

import dev.respool.Suspendable;

/**
 * What a publisher of {@link Publishers} runs for each subscriber; it may wait.
 *
 * @param <T> the elements
 */
@FunctionalInterface
public interface PublisherBody<T> {
  /**
   * Publishes the elements of one subscription.
   *
   * @param out where to send the elements; a send waits until the subscriber asks for one
   * @throws Exception whatever ends the subscription with an error
   */
  @Suspendable
  void run(Channel<T> out) throws Exception;
}
