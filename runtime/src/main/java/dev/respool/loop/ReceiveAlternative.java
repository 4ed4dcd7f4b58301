package dev.respool.loop;

/** Receives from a channel. */
final class ReceiveAlternative<T> extends ChannelAlternative<T, T> {
  private final AtEnd atEnd;

  ReceiveAlternative(Channel<T> channel, AtEnd atEnd) {
    super(channel);
    this.atEnd = atEnd;
  }

  @Override
  boolean isReady() {
    return channel().exchange().canReceive();
  }

  @Override
  void complete() {
    value(channel().take(atEnd));
  }

  @Override
  QueuedWait<?> place(SelectWait select) {
    return new Place(select);
  }

  @Override
  public String toString() {
    return "Channel.receive";
  }

  /** What stands in the channel's queue. */
  private final class Place extends Receiver<T> {
    private final SelectWait select;

    Place(SelectWait select) {
      super(channel().exchange());
      this.select = select;
    }

    @Override
    void receive(T value) {
      value(value);
      select.choose(ReceiveAlternative.this);
    }

    @Override
    void closed(Throwable cause) {
      RuntimeException failure = atEnd.failure(cause);
      if (failure == null) {
        receive(null);
      } else {
        select.refuse(failure);
      }
    }
  }
}
