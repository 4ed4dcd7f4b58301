package dev.respool.loop;

import dev.respool.inspect.WaitKind;

/** Stands in the queue of those that want a value of a channel. */
abstract class Receiver<T> extends QueuedWait<Receiver<T>> {
  Receiver(Exchange<T> exchange) {
    super(exchange.receivers());
  }

  /** Gets a value; it has left the queue. */
  abstract void receive(T value);

  /** Will get none, because the channel is closed; the cause may be null. */
  abstract void closed(Throwable cause);

  @Override
  WaitKind kind() {
    return WaitKind.CHANNEL;
  }
}
