package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

/**
 * Passes values between tasks of the same loop, first in, first out. The task that has waited
 * longest is served first. Each value is received once.
 *
 * <pre>{@code
 * for (String line : lines) {   // waits for each value, until the channel is closed
 *   …
 * }
 * }</pre>
 *
 * <p>A rendezvous channel holds nothing, so a sender waits until its value is received, as in
 * Hoare's CSP. A buffered channel lets a sender go on while there is room; its {@link Overflow}
 * says what happens then. A conflated channel keeps only the newest value. Null is not a value.
 *
 * <p>A sender ends a channel by {@link #close}, a receiver by {@link #cancel}. A task that is
 * cancelled while it waits has neither sent nor received. To wait with a time limit, or for one of
 * several channels, use {@link Select}.
 *
 * <p>A channel is not thread-safe. While tasks wait for it, only code on their loop's thread may
 * use it. Otherwise an {@link IllegalStateException} says where it was used.
 *
 * @param <T> the values
 */
public final class Channel<T> implements Iterable<T>, AutoCloseable {
  private static final LeafMethod SEND = LeafMethod.of("send", "(Ljava/lang/Object;)V");
  private static final LeafMethod RECEIVE = LeafMethod.of("receive", "()Ljava/lang/Object;");
  private static final LeafMethod RECEIVE_OR_NULL =
      LeafMethod.of("receiveOrNull", "()Ljava/lang/Object;");

  private final Exchange<T> exchange;
  private final Home home = new Home("this channel");

  private Channel(int capacity, Overflow overflow) {
    exchange = new Exchange<>(capacity, overflow);
  }

  /**
   * Makes a channel without buffer.
   *
   * @param <T> the values
   * @return an open channel
   */
  public static <T> Channel<T> rendezvous() {
    return new Channel<>(0, Overflow.SUSPEND);
  }

  /**
   * Makes a channel with a buffer. If it is full, a sender waits.
   *
   * @param capacity how many values may wait for a receiver; at least 1
   * @param <T> the values
   * @return an open channel
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  public static <T> Channel<T> buffered(int capacity) {
    return buffered(capacity, Overflow.SUSPEND);
  }

  /**
   * Makes a channel with a buffer.
   *
   * @param capacity how many values may wait for a receiver; at least 1
   * @param overflow what a send does if the buffer is full
   * @param <T> the values
   * @return an open channel
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  public static <T> Channel<T> buffered(int capacity, Overflow overflow) {
    Objects.requireNonNull(overflow, "Channel.buffered: the overflow is null");
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "the capacity of a buffered channel is "
              + capacity
              + " and must be at least 1; without buffer use Channel.rendezvous");
    }
    return new Channel<>(capacity, overflow);
  }

  /**
   * Makes a channel that keeps only the newest value. A sender never waits.
   *
   * @param <T> the values
   * @return an open channel
   */
  public static <T> Channel<T> conflated() {
    return buffered(1, Overflow.DROP_OLDEST);
  }

  /**
   * Makes a channel that keeps all values. A sender never waits, so nothing holds it up if the
   * receivers are slower.
   *
   * @param <T> the values
   * @return an open channel
   */
  public static <T> Channel<T> unlimited() {
    return buffered(Integer.MAX_VALUE);
  }

  /**
   * Sends a value; waits until a receiver takes it or there is room in the buffer.
   *
   * @param value not null
   * @throws NullPointerException if it is null
   * @throws ChannelClosedException if the channel is closed, also while this waits; then nobody
   *     receives the value
   */
  @Suspendable
  public void send(T value) {
    Carrier carrier = Suspension.enter();
    enter("Channel.send");
    if (!exchange.offer(value) && exchange.waits()) {
      Suspension.suspend(carrier, SEND, new SendWait<>(exchange, value));
    }
  }

  /**
   * Sends a value if that is possible without waiting.
   *
   * @param value not null
   * @return whether it was sent; false, too, if {@link Overflow#DROP_NEWEST} has dropped it
   * @throws NullPointerException if it is null
   * @throws ChannelClosedException if the channel is closed
   */
  public boolean trySend(T value) {
    home.enter(exchange.isWatched());
    return exchange.offer(value);
  }

  /**
   * Receives a value; waits until there is one.
   *
   * @return the oldest value
   * @throws ChannelClosedException if the channel is closed, also while this waits, and its buffer
   *     is empty
   */
  @Suspendable
  public T receive() {
    return receive(Suspension.enter(), RECEIVE, AtEnd.THROWS, "Channel.receive");
  }

  /**
   * Receives a value; waits until there is one or the channel is closed.
   *
   * @return the oldest value, or null if the channel is closed and its buffer empty
   * @throws ChannelClosedException in place of null, if it was closed with a cause
   */
  @Suspendable
  public T receiveOrNull() {
    return receive(Suspension.enter(), RECEIVE_OR_NULL, AtEnd.GIVES_NULL, "Channel.receiveOrNull");
  }

  T receive(Carrier carrier, LeafMethod method, AtEnd atEnd, String leaf) {
    enter(leaf);
    T value = take(atEnd);
    return value != null || exchange.isDrained()
        ? value
        : Suspension.suspend(carrier, method, new ReceiveWait<>(exchange, atEnd, leaf));
  }

  /**
   * Receives a value if there is one, without waiting.
   *
   * @return the oldest value, or empty if nobody has sent one, closed or not
   * @throws ChannelClosedException in place of empty, if it was closed with a cause
   */
  public Optional<T> tryReceive() {
    home.enter(exchange.isWatched());
    return Optional.ofNullable(take(AtEnd.GIVES_NULL));
  }

  /** The oldest value; null if there is none yet, or at the end. */
  T take(AtEnd atEnd) {
    RuntimeException failure = exchange.isDrained() ? atEnd.failure(exchange.cause()) : null;
    if (failure != null) {
      throw failure;
    }
    return exchange.take();
  }

  /**
   * An iterator that receives: {@code hasNext} waits until there is a value or the channel is
   * closed, and takes the value out of the channel. A for-each loop over a channel therefore
   * receives until the channel is closed. Several loops over one channel share its values. Both
   * methods suspend the calling task and, as {@link #receiveOrNull}, throw a {@link
   * ChannelClosedException} if the channel was closed with a cause.
   *
   * <p>The code that calls the iterator must be suspendable. {@link Iterable#forEach} and streams
   * are not.
   *
   * @return a new iterator for one task
   */
  @Override
  public Iterator<T> iterator() {
    return new ChannelIterator<>(this);
  }

  /**
   * Ends the channel. Nothing can be sent any more, but what is in the buffer can still be
   * received. Tasks that wait to receive or to send get a {@link ChannelClosedException}, or null
   * from {@link #receiveOrNull}. Values that they wanted to send are not received. Closing a
   * channel a second time does nothing.
   */
  @Override
  public void close() {
    home.enter(exchange.isWatched());
    exchange.close(null);
  }

  /**
   * Ends the channel because of a failure. What is in the buffer can still be received; after that
   * all who receive, in whatever way, get a {@link ChannelClosedException} with the cause. So do
   * those who send. Closing a closed channel does nothing.
   *
   * @param cause what went wrong; not null
   */
  public void close(Throwable cause) {
    Objects.requireNonNull(cause, "Channel.close: the cause is null; close() needs none");
    home.enter(exchange.isWatched());
    exchange.close(cause);
  }

  /**
   * Ends the channel and drops what is in its buffer: nobody wants to receive any more. It is
   * closed with a {@link java.util.concurrent.CancellationException} as the cause, if it was open.
   */
  public void cancel() {
    home.enter(exchange.isWatched());
    exchange.cancel();
  }

  /**
   * Whether the channel was closed or cancelled. Values may be left in the buffer.
   *
   * @return true if nothing can be sent
   */
  public boolean isClosed() {
    return exchange.isClosed();
  }

  Exchange<T> exchange() {
    return exchange;
  }

  /** The calling task uses the channel in a leaf. */
  void enter(String leaf) {
    enter(Leaf.self(leaf).reactor());
  }

  /** Code of a loop uses the channel. */
  void enter(Reactor reactor) {
    home.enter(reactor, exchange.isWatched());
  }
}
