package dev.respool.loop;

import java.time.Duration;

/**
 * Hears of tasks that keep their event loop.
 *
 * @see EventLoop#setWatchdog(Duration, WatchdogHandler)
 */
@FunctionalInterface
public interface WatchdogHandler {
  /**
   * Called on the watchdog's thread, while the task still runs on the loop's. One thread serves all
   * watchdogs, so this must return soon. If it throws, that goes to the system's log.
   *
   * @param task the task; {@link Task#cancel} strikes when it next waits
   * @param held for how long it has run without a wait, at least
   * @param stack where it runs: what is on the stack of the loop's thread, then the task's callers
   *     that are suspended, innermost first
   */
  void blocked(Task<?> task, Duration held, StackTraceElement[] stack);
}
