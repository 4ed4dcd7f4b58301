package dev.respool.loop;

import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * Passes the values of a channel to a subscriber, as many as it has asked for. All signals are
 * given on the loop's thread, outside of tasks, one after the other. What other threads ask for is
 * posted to the loop.
 */
final class ChannelSubscription<T> implements Flow.Subscription {
  private final Reactor loop;
  private final Channel<T> channel;
  private final Runnable watcher = this::schedule;
  private Runnable whenCancelled = () -> {};
  private Flow.Subscriber<? super T> subscriber; // null after the end
  private volatile boolean over; // also set by a subscriber that cancels in another thread
  private boolean scheduled;
  private long demand;

  private ChannelSubscription(
      Reactor loop, Channel<T> channel, Flow.Subscriber<? super T> subscriber) {
    this.loop = loop;
    this.channel = channel;
    this.subscriber = Objects.requireNonNull(subscriber, "the subscriber is null");
  }

  /** Subscribes to a channel that exists; any thread. */
  static <T> void ofChannel(
      Reactor loop, Channel<T> channel, Flow.Subscriber<? super T> subscriber) {
    ChannelSubscription<T> subscription = new ChannelSubscription<>(loop, channel, subscriber);
    loop.post(subscription::begin);
  }

  /** Subscribes to what a new task sends; any thread. */
  static <T> void ofTask(
      Reactor loop, PublisherBody<T> body, Flow.Subscriber<? super T> subscriber) {
    Channel<T> out = Channel.rendezvous();
    ChannelSubscription<T> subscription = new ChannelSubscription<>(loop, out, subscriber);
    loop.post(
        () -> {
          subscription.begin();
          subscription.start(body);
        });
  }

  private void begin() {
    loop.operationBegins();
    signal(() -> subscriber.onSubscribe(this));
    try {
      channel.enter(loop);
    } catch (IllegalStateException foreign) {
      fail(foreign);
      return;
    }
    if (!over) {
      channel.exchange().watch(watcher);
      schedule();
    }
  }

  private void start(PublisherBody<T> body) {
    if (!over) {
      TaskState task = loop.start(new Publication<>(body, channel), null);
      task.addAwaiter(new PublicationEnd(channel.exchange()));
      whenCancelled = () -> task.cancel(", because its subscriber has cancelled");
    }
  }

  @Override
  public void request(long count) {
    loop.post(() -> add(count));
  }

  private void add(long count) {
    if (count <= 0) {
      fail(
          new IllegalArgumentException(
              "rule 3.9: "
                  + count
                  + " elements were requested; a subscriber has to request 1 or more"));
      whenCancelled.run();
      return;
    }
    long sum = demand + count;
    demand = sum < 0 ? Long.MAX_VALUE : sum;
    pass();
  }

  @Override
  public void cancel() {
    over = true;
    loop.post(this::cancelled);
  }

  private void cancelled() {
    if (subscriber != null) {
      end();
      whenCancelled.run();
    }
  }

  private void schedule() {
    if (!scheduled) {
      scheduled = true;
      loop.post(this::pass);
    }
  }

  private void pass() {
    scheduled = false;
    Exchange<T> exchange = channel.exchange();
    while (!over && demand > 0 && exchange.canReceive() && !exchange.isDrained()) {
      demand--;
      T value = exchange.take();
      signal(() -> subscriber.onNext(value));
    }
    if (!over && exchange.isDrained()) {
      finish(exchange.cause());
    }
  }

  private void finish(Throwable cause) {
    if (cause == null) {
      Flow.Subscriber<? super T> last = end();
      tell(last::onComplete);
    } else {
      fail(cause);
    }
  }

  private void fail(Throwable cause) {
    if (!over) {
      Flow.Subscriber<? super T> last = end();
      tell(() -> last.onError(cause));
    }
  }

  /** Lets go of everything; gives the subscriber for the last time. */
  private Flow.Subscriber<? super T> end() {
    Flow.Subscriber<? super T> last = subscriber;
    over = true;
    subscriber = null;
    loop.operationEnds();
    channel.exchange().unwatch(watcher);
    return last;
  }

  /** A subscriber that throws has cancelled (rule 2.13). */
  private void signal(Runnable call) {
    if (!tell(call)) {
      cancel();
    }
  }

  /** Calls the subscriber; tells whether it has returned, as it should. */
  private static boolean tell(Runnable call) {
    try {
      call.run();
      return true;
    } catch (Throwable t) { // the loop goes on
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, t);
      return false;
    }
  }
}
