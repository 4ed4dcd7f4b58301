package dev.respool.loop;

import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Fills a channel from a publisher. It requests as many elements as the channel has room for, again
 * when half of the room is free, so the channel never overflows. The publisher may call from any
 * thread; everything else happens on the loop's.
 */
final class ChannelSubscriber<T> implements Flow.Subscriber<T> {
  private final Reactor loop;
  private final int capacity;
  private final Channel<T> channel;
  private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();
  private final Runnable watcher = this::schedule;
  private boolean scheduled;
  private boolean over;
  private int requested; // and not arrived yet

  ChannelSubscriber(Reactor loop, int capacity) {
    this.loop = loop;
    this.capacity = capacity;
    this.channel = Channel.buffered(capacity);
  }

  /** The channel, which is filled from now on. */
  Channel<T> open() {
    loop.operationBegins();
    channel.enter(loop);
    channel.exchange().watch(watcher);
    return channel;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    Objects.requireNonNull(given, "rule 2.13: the subscription is null");
    if (subscription.compareAndSet(null, given)) {
      loop.post(this::requestMore);
    } else {
      given.cancel();
    }
  }

  @Override
  public void onNext(T element) {
    Objects.requireNonNull(element, "rule 2.13: the element is null");
    loop.post(() -> arrived(element));
  }

  @Override
  public void onError(Throwable failure) {
    Objects.requireNonNull(failure, "rule 2.13: the failure is null");
    loop.post(() -> ended(failure));
  }

  @Override
  public void onComplete() {
    loop.post(() -> ended(null));
  }

  private void arrived(T element) {
    requested--;
    if (!channel.isClosed() && !channel.exchange().offer(element)) {
      subscription.get().cancel();
      ended(
          new IllegalStateException(
              "rule 1.1: the publisher has sent more than the "
                  + capacity
                  + " elements that were requested"));
    }
  }

  private void ended(Throwable failure) {
    if (!over) {
      over = true;
      channel.exchange().unwatch(watcher);
      channel.exchange().close(failure);
      loop.operationEnds();
    }
  }

  private void schedule() {
    if (!scheduled) {
      scheduled = true;
      loop.post(this::requestMore);
    }
  }

  private void requestMore() {
    scheduled = false;
    Flow.Subscription upstream = subscription.get();
    if (over || upstream == null) {
      return;
    }
    if (channel.isClosed()) {
      ended(null);
      upstream.cancel();
      return;
    }
    int room = capacity - channel.exchange().size() - requested;
    if (2L * room >= capacity) {
      requested += room;
      upstream.request(room);
    }
  }
}
