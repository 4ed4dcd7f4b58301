package dev.respool.loop;

/** Sends a value to a channel. */
final class SendAlternative<T> extends Alternative<Void> {
  private final Channel<T> channel;
  private final T toSend;
  private Place place;

  SendAlternative(Channel<T> channel, T toSend) {
    this.channel = channel;
    this.toSend = toSend;
  }

  @Override
  void enter(TaskState self) {
    channel.enter(self.reactor());
  }

  @Override
  boolean isReady() {
    return channel.exchange().canSend();
  }

  @Override
  void complete() {
    channel.exchange().offer(toSend);
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
    return "Channel.send";
  }

  /** What stands in the channel's queue. */
  private final class Place extends Sender<T> {
    private final SelectWait select;

    Place(SelectWait select) {
      super(channel.exchange(), toSend);
      this.select = select;
    }

    @Override
    void taken() {
      select.choose(SendAlternative.this);
    }

    @Override
    void closed(Throwable cause) {
      select.refuse(ChannelClosedException.of("send to", cause));
    }
  }
}
