package dev.respool.netty;

import dev.respool.loop.EventLoop;
import dev.respool.loop.LoopHost;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

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

  private static EventLoop create(EventExecutor executor) {
    EventLoop loop = EventLoop.on(new Host(executor));
    executor.terminationFuture().addListener(ended -> end(executor, loop));
    return loop;
  }

  /** Whatever the loop is given now, it notices that nothing can run its tasks any more. */
  private static void end(EventExecutor executor, EventLoop loop) {
    LOOPS.remove(executor);
    loop.spawn(() -> {});
  }

  /** Netty's event loop runs the turns, and its timers wake the tasks. */
  private record Host(EventExecutor executor) implements LoopHost {
    @Override
    public void execute(Runnable action) {
      executor.execute(action);
    }

    @Override
    public void schedule(Runnable action, Duration delay) {
      executor.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
