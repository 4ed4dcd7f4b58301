package dev.respool.loop;

/** Receives from a channel. */
final class ReceiveAlternative<T> extends Alternative<T> {
  private final Channel<T> channel;
  private final AtEnd atEnd;
  private Place place;

  ReceiveAlternative(Channel<T> channel, AtEnd atEnd) {
    this.channel = channel;
    this.atEnd = atEnd;
  }

  @Override
  void enter(TaskState self) {
    channel.enter(self.reactor());
  }

  @Override
  boolean isReady() {
    return channel.exchange().canReceive();
  }

  @Override
  void complete() {
    value(channel.take(atEnd));
  }

  @Override
  void arm(SelectWait select) {
    place = new Place(select);
    place.arm();
  }

  @Override
  void disarm() {
    place.disarm();
  }

  @Override
  public String toString() {
    return "Channel.receive";
  }

  /** What stands in the channel's queue. */
  private final class Place extends Receiver<T> {
    private final SelectWait select;

    Place(SelectWait select) {
      super(channel.exchange());
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
