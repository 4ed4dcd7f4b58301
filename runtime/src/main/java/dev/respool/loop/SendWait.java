package dev.respool.loop;

/** Waits for a receiver of a value. */
final class SendWait<T> extends QueuedWait<SendWait<T>> {
  private final T value;

  SendWait(WaitQueue<SendWait<T>> queue, T value) {
    super(queue);
    this.value = value;
  }

  T value() {
    return value;
  }

  @Override
  void arm() {
    queue.add(this);
  }

  @Override
  void disarm() {
    queue.remove(this);
  }

  @Override
  public String toString() {
    return "Channel.send";
  }
}
