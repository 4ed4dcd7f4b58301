package dev.respool.loop;

/** Waits for a receiver of a value. */
final class SendWait<T> extends Sender<T> {
  SendWait(Exchange<T> exchange, T value) {
    super(exchange, value);
  }

  @Override
  void taken() {
    succeed(null);
  }

  @Override
  void closed(Throwable cause) {
    fail(ChannelClosedException.of("send to", cause));
  }

  @Override
  public String toString() {
    return "Channel.send";
  }
}
