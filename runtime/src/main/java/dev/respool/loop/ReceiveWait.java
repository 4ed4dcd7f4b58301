package dev.respool.loop;

/** Waits for a sender. */
final class ReceiveWait<T> extends Receiver<T> {
  private final AtEnd atEnd;
  private final String leaf;

  ReceiveWait(Exchange<T> exchange, AtEnd atEnd, String leaf) {
    super(exchange);
    this.atEnd = atEnd;
    this.leaf = leaf;
  }

  @Override
  void receive(T value) {
    succeed(value);
  }

  @Override
  void closed(Throwable cause) {
    RuntimeException failure = atEnd.failure(cause);
    if (failure == null) {
      succeed(null);
    } else {
      fail(failure);
    }
  }

  @Override
  public String toString() {
    return leaf;
  }
}
