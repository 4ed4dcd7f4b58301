package dev.respool.loop;

import dev.respool.inspect.WaitKind;

/** Stands in the queue of those that have a value for a channel. */
abstract class Sender<T> extends QueuedWait<Sender<T>> {
  private final Exchange<T> exchange;
  private final T value;

  Sender(Exchange<T> exchange, T value) {
    super(exchange.senders());
    this.exchange = exchange;
    this.value = value;
  }

  final T value() {
    return value;
  }

  /** The value was taken; it has left the queue. */
  abstract void taken();

  /** Nobody will take the value, because the channel is closed; the cause may be null. */
  abstract void closed(Throwable cause);

  @Override
  final void arm() {
    super.arm();
    exchange.changed();
  }

  @Override
  WaitKind kind() {
    return WaitKind.CHANNEL;
  }
}
