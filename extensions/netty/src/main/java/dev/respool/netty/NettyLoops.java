package dev.respool.netty;

import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import io.netty.util.concurrent.EventExecutor;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Respool's event loops on the threads of Netty's.
 *
 * <p>Each of Netty's event loops has one of Respool. Its tasks run on the thread of Netty's event
 * loop, as the handlers of the channels do that are registered there. So tasks and handlers may
 * share data without locks. A task that blocks holds up these channels.
 *
 * <p>A loop lives until Netty's event loop has ended. Tasks that are left then end with a {@link
 * java.util.concurrent.RejectedExecutionException} and run no further, not even their {@code
 * finally} blocks. Close the channels and let their tasks end before you shut down the event loops.
 */
public final class NettyLoops {
  private static final Map<EventExecutor, EventLoop> LOOPS = new ConcurrentHashMap<>();

  private NettyLoops() {}

  /**
   * The loop whose tasks run on the thread of one of Netty's event loops. Any thread may call this.
   *
   * @param executor an event loop or another executor of Netty with a single thread
   * @return always the same loop
   */
  public static EventLoop of(EventExecutor executor) {
    Objects.requireNonNull(executor, "NettyLoops.of: the executor is null");
    return LOOPS.computeIfAbsent(executor, NettyLoops::create);
  }

  /** A task that waits for Netty's event loop to end: a loop with tasks keeps its daemon thread. */
  private static EventLoop create(EventExecutor executor) {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    EventLoop loop = EventLoop.on(executor);
    loop.spawn(() -> Tasks.await(ended)).toCompletableFuture();
    executor
        .terminationFuture()
        .addListener(
            done -> {
              LOOPS.remove(executor);
              ended.complete(null);
            });
    return loop;
  }
}
