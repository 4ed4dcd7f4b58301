package dev.respool.netty;

import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Waits of a task for Netty's futures, on whichever event loop the task and the future are. */
public final class NettyFutures {
  private NettyFutures() {}

  /**
   * Waits for a future. If the calling task is cancelled meanwhile, the future is cancelled too.
   *
   * @param future what to wait for
   * @param <T> its result
   * @return its result
   * @throws CancellationException if the future was cancelled, or the calling task is
   * @throws Exception the future's failure, as it is
   */
  @Suspendable
  public static <T> T await(Future<T> future) throws Exception {
    Objects.requireNonNull(future, "NettyFutures.await: the future is null");
    if (!future.isDone()) {
      awaitEnd(future);
    }
    if (!future.isSuccess()) {
      throw Failures.asException(future.cause());
    }
    return future.getNow();
  }

  /**
   * Waits for an operation of a channel, such as a connect.
   *
   * @param future what to wait for
   * @return the operation's channel
   * @throws CancellationException if the operation was cancelled, or the calling task is
   * @throws Exception the operation's failure, as it is
   */
  @Suspendable
  public static Channel await(ChannelFuture future) throws Exception {
    await((Future<Void>) future);
    return future.channel();
  }

  @Suspendable
  private static <T> void awaitEnd(Future<T> future) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    future.addListener(done -> end.complete(null));
    try {
      Tasks.await(end);
    } catch (CancellationException e) {
      future.cancel(false);
      throw e;
    }
  }
}
