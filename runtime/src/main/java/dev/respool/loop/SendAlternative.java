package dev.respool.loop;

/** Sends a value to a channel. */
final class SendAlternative<T> extends ChannelAlternative<T, Void> {
  private final T toSend;

  SendAlternative(Channel<T> channel, T toSend) {
    super(channel);
    this.toSend = toSend;
  }

  @Override
  boolean isReady() {
    return channel().exchange().canSend();
  }

  @Override
  void complete() {
    channel().exchange().offer(toSend);
  }

  @Override
  QueuedWait<?> place(SelectWait select) {
    return new Place(select);
  }

  @Override
  public String toString() {
    return "Channel.send";
  }

  /** What stands in the channel's queue. */
  private final class Place extends Sender<T> {
    private final SelectWait select;

    Place(SelectWait select) {
      super(channel().exchange(), toSend);
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
