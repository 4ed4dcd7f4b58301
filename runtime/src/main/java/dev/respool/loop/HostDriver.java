package dev.respool.loop;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns a loop in actions of a host, and within its events. A thread of our own waits only while a
 * task waits for a channel of the network, because the host does not know our selector.
 *
 * <p>The loop's state belongs to whoever has set {@code active}, and to the action that this one
 * has handed it to. An action that finds nothing to do asks the host to be woken for the next timer
 * and clears the flag.
 */
final class HostDriver {
  private static final ExecutorService WATCHERS =
      Executors.newCachedThreadPool(action -> WorkerThreads.daemon(action, "respool-selector"));

  /** Hosts count in milliseconds, some in an int. */
  private static final Duration LONGEST_DELAY = Duration.ofDays(1);

  private final Reactor reactor;
  private final LoopHost host;
  private final AtomicBoolean active = new AtomicBoolean();
  private long alarm = Long.MAX_VALUE; // when the host will wake us, by the reactor's clock

  HostDriver(Reactor reactor, LoopHost host) {
    this.reactor = reactor;
    this.host = host;
    reactor.roots().areToldOf();
    reactor.onPost(this::activate);
  }

  /**
   * Runs an event of the host and a turn at once, if the loop rests. Otherwise a turn runs or is on
   * its way, and the event is part of that one or the next.
   */
  void turn(Runnable event) {
    if (active.compareAndSet(false, true)) {
      turnAfter(event);
    } else {
      reactor.execute(event);
    }
  }

  /** Any thread. */
  private void activate() {
    if (active.compareAndSet(false, true)) {
      handOn(this::turn);
    }
  }

  /** Lets the host run the next action; if it refuses, nothing can run the tasks. */
  private void handOn(Runnable action) {
    try {
      host.execute(action);
    } catch (Throwable t) { // whatever it is, the tasks end with it
      end(t);
    }
  }

  private void end(Throwable cause) {
    reactor.abandon(cause);
    reactor.close();
    rest();
  }

  private void turn() {
    turnAfter(() -> {});
  }

  private void turnAfter(Runnable event) {
    try {
      reactor.turn(event);
      next();
    } catch (Throwable t) { // a fault in the loop, or the host sets no timers any more
      end(t);
    }
  }

  private void next() {
    if (!reactor.isIdle() || reactor.timers().nanosToNext() == 0) {
      handOn(this::turn);
    } else if (reactor.waitsForChannel()) {
      WATCHERS.execute(this::watch);
    } else {
      if (!reactor.hasTasks()) {
        reactor.close();
      }
      setAlarm();
      rest();
    }
  }

  /** Waits for a channel, a timer or a post. */
  private void watch() {
    try {
      reactor.sleep();
    } catch (Throwable t) { // the selector failed
      end(t);
      return;
    }
    handOn(this::turn);
  }

  /** Sets none if an earlier one is set: that one will bring us here again. */
  private void setAlarm() {
    if (reactor.timers().isEmpty()) {
      return;
    }
    long nanos = Math.min(reactor.timers().nanosToNext(), LONGEST_DELAY.toNanos());
    long deadline = reactor.clock().getAsLong() + nanos;
    if (deadline < alarm) {
      alarm = deadline;
      host.schedule(() -> reactor.post(() -> rang(deadline)), Duration.ofNanos(nanos));
    }
  }

  private void rang(long deadline) {
    if (alarm == deadline) {
      alarm = Long.MAX_VALUE;
    }
  }

  /** From here on the loop's state is not ours. */
  private void rest() {
    active.set(false);
    if (reactor.hasPosts()) {
      activate();
    }
  }
}
