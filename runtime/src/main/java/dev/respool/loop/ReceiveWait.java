package dev.respool.loop;

/** Waits for a sender. */
final class ReceiveWait extends QueuedWait<ReceiveWait> {
  private final boolean orNull;

  /** What the end of the channel means to the receiver: null or an exception. */
  ReceiveWait(WaitQueue<ReceiveWait> queue, boolean orNull) {
    super(queue);
    this.orNull = orNull;
  }

  void closed() {
    if (orNull) {
      succeed(null);
    } else {
      fail(Channel.closed("receive from"));
    }
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
    return orNull ? "Channel.receiveOrNull" : "Channel.receive";
  }
}
