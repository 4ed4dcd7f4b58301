package dev.respool.examples.download;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Counts the bytes of a body when they have been taken.
 *
 * @param <T> what becomes of the body
 */
final class MeteredBody<T> implements BodySubscriber<T> {
  private final BodySubscriber<T> taker;
  private final Gauge gauge;

  MeteredBody(BodySubscriber<T> taker, Gauge gauge) {
    this.taker = taker;
    this.gauge = gauge;
  }

  @Override
  public CompletionStage<T> getBody() {
    return taker.getBody();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    taker.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    long bytes = parts.stream().mapToLong(ByteBuffer::remaining).sum();
    taker.onNext(parts);
    gauge.add(bytes);
  }

  @Override
  public void onError(Throwable failure) {
    taker.onError(failure);
  }

  @Override
  public void onComplete() {
    taker.onComplete();
  }
}
