package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;

/**
 * Passes values between tasks of the same loop, first in, first out. The task that has waited
 * longest is served first.
 *
 * <p>A rendezvous channel holds nothing, so a sender waits until its value is received. A buffered
 * channel lets a sender go on while there is room. Null is not a value.
 *
 * <p>A channel is not thread-safe. While tasks wait for it, only code on their loop's thread may
 * use it. Otherwise an {@link IllegalStateException} says where it was used.
 *
 * @param <T> the values
 */
public final class Channel<T> implements AutoCloseable {
  private static final LeafMethod SEND = LeafMethod.of("send", "(Ljava/lang/Object;)V");
  private static final LeafMethod RECEIVE = LeafMethod.of("receive", "()Ljava/lang/Object;");
  private static final LeafMethod RECEIVE_OR_NULL =
      LeafMethod.of("receiveOrNull", "()Ljava/lang/Object;");

  private final int capacity;
  private final Queue<T> buffer;
  private final WaitQueue<SendWait<T>> senders = new WaitQueue<>();
  private final WaitQueue<ReceiveWait> receivers = new WaitQueue<>();
  private final Home home = new Home("this channel");
  private boolean closed;

  private Channel(int capacity) {
    this.capacity = capacity;
    this.buffer = new ArrayDeque<>(Math.min(capacity, 16));
  }

  /**
   * Makes a channel without buffer.
   *
   * @param <T> the values
   * @return an open channel
   */
  public static <T> Channel<T> rendezvous() {
    return new Channel<>(0);
  }

  /**
   * Makes a channel with a buffer.
   *
   * @param capacity how many values may wait for a receiver; at least 1
   * @param <T> the values
   * @return an open channel
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  public static <T> Channel<T> buffered(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "the capacity of a buffered channel is "
              + capacity
              + " and must be at least 1; without buffer use Channel.rendezvous");
    }
    return new Channel<>(capacity);
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
    TaskState self = Leaf.self("Channel.send");
    home.enter(self, hasWaiters());
    if (!offer(value)) {
      Suspension.suspend(carrier, SEND, new SendWait<>(senders, value));
    }
  }

  /**
   * Sends a value if that is possible without waiting.
   *
   * @param value not null
   * @return whether it was sent
   * @throws NullPointerException if it is null
   * @throws ChannelClosedException if the channel is closed
   */
  public boolean trySend(T value) {
    home.enter(hasWaiters());
    return offer(value);
  }

  private boolean offer(T value) {
    Objects.requireNonNull(
        value, "a channel carries no null: it would mean 'closed'; send an Optional instead");
    if (closed) {
      throw closed("send to");
    }
    ReceiveWait receiver = receivers.poll();
    if (receiver != null) {
      receiver.succeed(value);
      return true;
    }
    return buffer.size() < capacity && buffer.add(value);
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
    Carrier carrier = Suspension.enter();
    T value = takeFor("Channel.receive");
    if (value == null && closed) {
      throw closed("receive from");
    }
    return value != null
        ? value
        : Suspension.suspend(carrier, RECEIVE, new ReceiveWait(receivers, false));
  }

  /**
   * Receives a value; waits until there is one or the channel is closed.
   *
   * @return the oldest value, or null if the channel is closed and its buffer empty
   */
  @Suspendable
  public T receiveOrNull() {
    Carrier carrier = Suspension.enter();
    T value = takeFor("Channel.receiveOrNull");
    return value != null || closed
        ? value
        : Suspension.suspend(carrier, RECEIVE_OR_NULL, new ReceiveWait(receivers, true));
  }

  /**
   * Receives a value if there is one, without waiting.
   *
   * @return the oldest value, or empty if nobody has sent one, closed or not
   */
  public Optional<T> tryReceive() {
    home.enter(hasWaiters());
    return Optional.ofNullable(take());
  }

  private T takeFor(String leaf) {
    TaskState self = Leaf.self(leaf);
    home.enter(self, hasWaiters());
    return take();
  }

  /** The oldest value, or null; makes room for the sender that has waited longest. */
  private T take() {
    T value = buffer.poll();
    SendWait<T> sender = senders.poll();
    if (sender == null) {
      return value;
    }
    sender.succeed(null);
    if (value == null) {
      return sender.value();
    }
    buffer.add(sender.value());
    return value;
  }

  /**
   * Ends the channel. Nothing can be sent any more, but what is in the buffer can still be
   * received. Tasks that wait to receive or to send get a {@link ChannelClosedException}, or null
   * from {@link #receiveOrNull}. Values that they wanted to send are not received. Closing a
   * channel a second time does nothing.
   */
  @Override
  public void close() {
    home.enter(hasWaiters());
    closed = true;
    for (ReceiveWait next = receivers.poll(); next != null; next = receivers.poll()) {
      next.closed();
    }
    for (SendWait<T> next = senders.poll(); next != null; next = senders.poll()) {
      next.fail(closed("send to"));
    }
  }

  /**
   * Whether {@link #close} was called. Values may be left in the buffer.
   *
   * @return true if nothing can be sent
   */
  public boolean isClosed() {
    return closed;
  }

  private boolean hasWaiters() {
    return !senders.isEmpty() || !receivers.isEmpty();
  }

  static ChannelClosedException closed(String doing) {
    return new ChannelClosedException("cannot " + doing + " a closed channel");
  }
}
