package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.util.Iterator;

/** Receives the values of a channel; looks one value ahead, no earlier than it is asked to. */
final class ChannelIterator<T> implements Iterator<T> {
  private static final LeafMethod HAS_NEXT = LeafMethod.of("hasNext", "()Z");
  private static final LeafMethod NEXT = LeafMethod.of("next", "()Ljava/lang/Object;");

  private final Channel<T> channel;
  private T ahead;

  ChannelIterator(Channel<T> channel) {
    this.channel = channel;
  }

  void ahead(T value) {
    ahead = value;
  }

  @Override
  @Suspendable
  public boolean hasNext() {
    Carrier carrier = Suspension.enter();
    if (ahead == null) {
      channel.enter("Channel.iterator.hasNext");
      ahead = channel.take(AtEnd.GIVES_NULL);
      if (ahead == null && !channel.exchange().isDrained()) {
        Suspension.suspend(carrier, HAS_NEXT, new NextWait<>(channel.exchange(), this));
      }
    }
    return ahead != null;
  }

  @Override
  @Suspendable
  public T next() {
    Carrier carrier = Suspension.enter();
    if (ahead == null) {
      return channel.receive(carrier, NEXT, AtEnd.HAS_NO_ELEMENT, "Channel.iterator.next");
    }
    T value = ahead;
    ahead = null;
    return value;
  }
}
