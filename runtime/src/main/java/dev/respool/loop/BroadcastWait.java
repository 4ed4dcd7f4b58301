package dev.respool.loop;

import dev.respool.inspect.WaitKind;

/** Waits until all subscribers have room for a value. */
final class BroadcastWait<T> extends QueuedWait<BroadcastWait<T>> {
  private final T value;

  BroadcastWait(WaitQueue<BroadcastWait<T>> queue, T value) {
    super(queue);
    this.value = value;
  }

  T value() {
    return value;
  }

  @Override
  WaitKind kind() {
    return WaitKind.CHANNEL;
  }

  @Override
  public String toString() {
    return "Broadcast.send";
  }
}
