package dev.respool.loop;

/**
 * Waits for a channel: has a place in one of its queues while the select waits.
 *
 * @param <C> what the channel carries
 * @param <V> what the alternative gives
 */
abstract sealed class ChannelAlternative<C, V> extends Alternative<V>
    permits ReceiveAlternative, SendAlternative {
  private final Channel<C> channel;
  private QueuedWait<?> place; // null until it is armed

  ChannelAlternative(Channel<C> channel) {
    this.channel = channel;
  }

  final Channel<C> channel() {
    return channel;
  }

  /** A new place, which lets the select choose this. */
  abstract QueuedWait<?> place(SelectWait select);

  @Override
  final void enter(TaskState self) {
    channel.enter(self.reactor());
  }

  @Override
  final void arm(SelectWait select) {
    place = place(select);
    place.arm();
  }

  @Override
  final void disarm() {
    place.disarm();
  }
}
