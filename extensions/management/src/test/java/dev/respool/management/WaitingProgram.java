package dev.respool.management;

import dev.respool.Suspendable;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.LoopGroup;
import dev.respool.loop.Mutex;
import dev.respool.loop.Tasks;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A loop with one task that receives and two that wait for each other, until it is closed. */
final class WaitingProgram implements AutoCloseable {
  private final LoopGroup group = LoopGroup.of(1);
  private final CompletableFuture<Void> waiting = new CompletableFuture<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  /** Returns when all of them wait. */
  WaitingProgram() {
    group.spawn(this::body);
    waiting.join();
  }

  EventLoop loop() {
    return group.loop(0);
  }

  @Suspendable
  private void body() {
    Channel<String> orders = Channel.rendezvous();
    Mutex one = new Mutex();
    Mutex two = new Mutex();
    var receiver = Tasks.async(() -> receives(orders, 42)).named("receiver");
    var first = Tasks.async(() -> locksBoth(one, two));
    var second = Tasks.async(() -> locksBoth(two, one));
    Tasks.sleep(Duration.ofMillis(20));
    waiting.complete(null);
    Tasks.await(end);
    receiver.cancel();
    first.cancel();
    second.cancel();
  }

  @Suspendable
  private static void receives(Channel<String> orders, int customer) {
    String order = orders.receive();
    throw new IllegalStateException(order + customer);
  }

  @Suspendable
  private static void locksBoth(Mutex first, Mutex second) {
    first.lock();
    Tasks.yieldNow();
    second.lock();
  }

  @Override
  public void close() {
    end.complete(null);
    group.close();
  }
}
