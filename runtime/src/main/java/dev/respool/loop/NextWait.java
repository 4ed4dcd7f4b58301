package dev.respool.loop;

/** Waits for a value that the iterator is to have ahead, or for the end of the channel. */
final class NextWait<T> extends Receiver<T> {
  private final ChannelIterator<T> iterator;

  NextWait(Exchange<T> exchange, ChannelIterator<T> iterator) {
    super(exchange);
    this.iterator = iterator;
  }

  @Override
  void receive(T value) {
    iterator.ahead(value);
    succeedWith(1);
  }

  @Override
  void closed(Throwable cause) {
    RuntimeException failure = AtEnd.GIVES_NULL.failure(cause);
    if (failure == null) {
      succeedWith(0);
    } else {
      fail(failure);
    }
  }

  @Override
  public String toString() {
    return "Channel.iterator.hasNext";
  }
}
