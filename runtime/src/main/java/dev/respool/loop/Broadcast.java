package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Passes each value to all subscribers. A subscriber receives, from its own channel, what is sent
 * from its subscription on. Without subscribers a value is dropped.
 *
 * <pre>{@code
 * try (Channel<Quote> quotes = broadcast.subscribe()) {
 *   for (Quote quote : quotes) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>All subscribers get the values in the same order. A value is sent to all of them in one step,
 * or, if the sender is cancelled while it waits, to none. If the buffer of a slow subscriber is
 * full, the {@link Overflow} says what happens: with {@link Overflow#SUSPEND} the sender waits, and
 * with it the other subscribers; otherwise the slow subscriber alone misses values.
 *
 * <p>A broadcast is for the tasks of one loop, like a {@link Channel}.
 *
 * @param <T> the values
 */
public final class Broadcast<T> implements AutoCloseable {
  private static final LeafMethod SEND = LeafMethod.of("send", "(Ljava/lang/Object;)V");

  private final int capacity;
  private final Overflow overflow;
  private final List<Channel<T>> subscribers = new ArrayList<>();
  private final WaitQueue<BroadcastWait<T>> senders = new WaitQueue<>();
  private final Home home = new Home("this broadcast");
  private final Runnable watcher = this::serve;
  private boolean delivering;
  private boolean closed;
  private Throwable cause;

  private Broadcast(int capacity, Overflow overflow) {
    this.capacity = capacity;
    this.overflow = overflow;
    newChannel(); // which refuses what is wrong
  }

  /**
   * Makes a broadcast whose senders wait for slow subscribers.
   *
   * @param capacity how many values may wait for each subscriber; at least 1
   * @param <T> the values
   * @return an open broadcast without subscribers
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  public static <T> Broadcast<T> buffered(int capacity) {
    return buffered(capacity, Overflow.SUSPEND);
  }

  /**
   * Makes a broadcast.
   *
   * @param capacity how many values may wait for each subscriber; at least 1
   * @param overflow what a send does about a subscriber whose buffer is full
   * @param <T> the values
   * @return an open broadcast without subscribers
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  public static <T> Broadcast<T> buffered(int capacity, Overflow overflow) {
    return new Broadcast<>(capacity, overflow);
  }

  private Channel<T> newChannel() {
    return Channel.buffered(capacity, overflow);
  }

  /**
   * Subscribes the calling task, or whom it gives the channel. Close or cancel the channel to end
   * the subscription; a subscriber that does neither and receives no more holds up the senders.
   *
   * @return a channel of its own, on which only the broadcast sends; it is closed when the
   *     broadcast is
   */
  public Channel<T> subscribe() {
    Reactor loop = Leaf.caller("Broadcast.subscribe").reactor();
    home.enter(loop, !senders.isEmpty());
    Channel<T> channel = newChannel();
    channel.enter(loop);
    if (closed) {
      channel.exchange().close(cause);
    } else {
      channel.exchange().watch(watcher);
      subscribers.add(channel);
    }
    return channel;
  }

  /**
   * Sends a value to all subscribers; with {@link Overflow#SUSPEND} waits until each of them has
   * room.
   *
   * @param value not null
   * @throws NullPointerException if it is null
   * @throws ChannelClosedException if the broadcast is closed, also while this waits; then nobody
   *     receives the value
   */
  @Suspendable
  public void send(T value) {
    Carrier carrier = Suspension.enter();
    home.enter(Leaf.self("Broadcast.send").reactor(), !senders.isEmpty());
    if (!offer(value)) {
      Suspension.suspend(carrier, SEND, new BroadcastWait<>(senders, value));
    }
  }

  /**
   * Sends a value to all subscribers if that is possible without waiting.
   *
   * @param value not null
   * @return whether it was sent
   * @throws NullPointerException if it is null
   * @throws ChannelClosedException if the broadcast is closed
   */
  public boolean trySend(T value) {
    home.enter(!senders.isEmpty());
    return offer(value);
  }

  private boolean offer(T value) {
    Objects.requireNonNull(value, "a broadcast carries no null; send an Optional instead");
    if (closed) {
      throw ChannelClosedException.of("send to", cause);
    }
    boolean possible = senders.isEmpty() && hasRoom();
    if (possible) {
      deliver(value);
    }
    return possible;
  }

  private boolean hasRoom() {
    return subscribers.stream().allMatch(subscriber -> subscriber.exchange().canSend());
  }

  /** No value may overtake another on its way to the subscribers. */
  private void deliver(T value) {
    delivering = true;
    subscribers.forEach(subscriber -> subscriber.exchange().offer(value));
    delivering = false;
  }

  /** A subscriber has made room or gone. */
  private void serve() {
    if (delivering || closed) {
      return;
    }
    subscribers.removeIf(this::isGone);
    while (!senders.isEmpty() && hasRoom()) {
      BroadcastWait<T> sender = senders.poll();
      deliver(sender.value());
      sender.succeed(null);
    }
  }

  private boolean isGone(Channel<T> subscriber) {
    if (subscriber.isClosed()) {
      subscriber.exchange().unwatch(watcher);
    }
    return subscriber.isClosed();
  }

  /**
   * Ends the broadcast and closes the subscribers' channels. What is in their buffers can still be
   * received. Senders that wait get a {@link ChannelClosedException}. Closing a second time does
   * nothing.
   */
  @Override
  public void close() {
    end(null);
  }

  /**
   * Ends the broadcast because of a failure and closes the subscribers' channels with it.
   *
   * @param why what went wrong; not null
   * @see Channel#close(Throwable)
   */
  public void close(Throwable why) {
    end(Objects.requireNonNull(why, "Broadcast.close: the cause is null; close() needs none"));
  }

  private void end(Throwable why) {
    home.enter(!senders.isEmpty());
    if (closed) {
      return;
    }
    closed = true;
    cause = why;
    for (BroadcastWait<T> next = senders.poll(); next != null; next = senders.poll()) {
      next.fail(ChannelClosedException.of("send to", why));
    }
    for (Channel<T> subscriber : subscribers) {
      subscriber.exchange().unwatch(watcher);
      subscriber.exchange().close(why);
    }
    subscribers.clear();
  }
}
