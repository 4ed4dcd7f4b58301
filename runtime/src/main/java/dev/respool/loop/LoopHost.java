package dev.respool.loop;

import java.time.Duration;

/**
 * Another loop that runs an event loop's turns and wakes it in time: a GUI toolkit, a game engine,
 * a network library. The event loop then needs no thread of its own to wait for timers and futures.
 *
 * <p>What happens in the host can wake tasks at once, by {@link EventLoop#turn}.
 *
 * <p>The host may run the actions on any thread, also several at a time. No two turns of one event
 * loop overlap.
 */
public interface LoopHost {
  /**
   * Runs an action soon, after this call has returned. Any thread may call this.
   *
   * @param action a turn of the event loop; it does not throw
   * @throws java.util.concurrent.RejectedExecutionException if it will not run; all tasks of the
   *     event loop then end with this exception
   */
  void execute(Runnable action);

  /**
   * Runs an action after a delay. Any thread may call this.
   *
   * @param action short; it does not throw
   * @param delay positive; an action that runs too early does no harm
   * @throws java.util.concurrent.RejectedExecutionException as {@link #execute}
   */
  void schedule(Runnable action, Duration delay);
}
