package dev.respool.loop;

import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * Connects tasks and channels with publishers and subscribers of {@link Flow}, both ways and with
 * back-pressure, by the rules of the <a href="https://www.reactive-streams.org">reactive
 * streams</a>.
 *
 * <pre>{@code
 * Flow.Publisher<Integer> numbers = Publishers.of(loop, out -> {
 *   for (int i = 0; i < 10; i++) {
 *     out.send(i);                  // waits until the subscriber asks for it
 *   }
 * });
 *
 * try (Channel<Integer> values = Publishers.subscribe(numbers, 16)) {
 *   for (int value : values) {      // asks for more as values are received
 *     …
 *   }
 * }
 * }</pre>
 */
public final class Publishers {
  private Publishers() {}

  /**
   * A publisher that runs a body for each subscriber, as a task without parent. The subscription is
   * completed when the task has ended, and fails with what the task has failed with. If the
   * subscriber cancels, the task is cancelled.
   *
   * <p>Any thread may subscribe, request and cancel. The subscriber is called on the loop's thread,
   * outside of any task, so it must not wait. The loop must run, for example on an executor.
   *
   * @param loop runs the tasks and calls the subscribers
   * @param body publishes the elements
   * @param <T> the elements
   * @return a publisher for any number of subscribers
   */
  public static <T> Flow.Publisher<T> of(EventLoop loop, PublisherBody<T> body) {
    Objects.requireNonNull(body, "Publishers.of: the body is null");
    Reactor reactor = loop.reactor();
    return subscriber -> ChannelSubscription.ofTask(reactor, body, subscriber);
  }

  /**
   * A publisher of what is received from a channel. Several subscribers, and tasks that receive,
   * share the values. A subscription is completed when the channel is closed and empty, and fails
   * if it was closed with a cause. A subscriber that cancels leaves the channel open.
   *
   * @param loop whose tasks use the channel, and which calls the subscribers
   * @param channel to receive from
   * @param <T> the values
   * @return a publisher; what {@link #of(EventLoop, PublisherBody)} says of threads holds here too
   */
  public static <T> Flow.Publisher<T> of(EventLoop loop, Channel<T> channel) {
    Objects.requireNonNull(channel, "Publishers.of: the channel is null");
    Reactor reactor = loop.reactor();
    return subscriber -> ChannelSubscription.ofChannel(reactor, channel, subscriber);
  }

  /**
   * Subscribes to a publisher. The calling task, or another one of its loop, receives the elements
   * from a channel. The channel is closed when the publisher completes, with a cause if it fails.
   * Close or cancel the channel to cancel the subscription.
   *
   * @param publisher may call from any thread
   * @param capacity how many elements may be requested and not yet received; at least 1
   * @param <T> the elements
   * @return a channel on which only the publisher sends
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  public static <T> Channel<T> subscribe(Flow.Publisher<? extends T> publisher, int capacity) {
    Objects.requireNonNull(publisher, "Publishers.subscribe: the publisher is null");
    Reactor loop = Leaf.caller("Publishers.subscribe").reactor();
    ChannelSubscriber<T> subscriber = new ChannelSubscriber<>(loop, capacity);
    publisher.subscribe(subscriber);
    return subscriber.open();
  }
}
