package dev.respool.loop;

import dev.respool.inspect.LoopSteps;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What each step of a test loop passes. While it is closed, the loop's thread stands before it and
 * does nothing but look into the loop for others.
 */
final class StepGate implements LoopSteps {
  private final VirtualClock clock;
  private final Queue<Runnable> looks = new ArrayDeque<>(); // guarded by this, as the following
  private boolean stands;
  private boolean once;
  private volatile boolean paused; // written under the lock

  StepGate(VirtualClock clock) {
    this.clock = clock;
  }

  /** Waits while the gate is closed; loop's thread. */
  void pass() {
    if (paused) {
      for (Runnable look = next(); look != null; look = next()) {
        look.run();
      }
    }
  }

  /** What to look at; null when the way is free. An interrupt is kept for later. */
  private synchronized Runnable next() {
    boolean interrupted = false;
    stands = true;
    while (paused && !once && looks.isEmpty()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Runnable look = looks.poll();
    if (look == null) {
      stands = false;
      once = false;
    }
    return look;
  }

  /** Has the loop's thread look into the loop, if it stands here; whether it does. */
  synchronized boolean whileItStands(Runnable look) {
    if (stands) {
      looks.add(look);
      notifyAll();
    }
    return stands;
  }

  @Override
  public Duration now() {
    return Duration.ofNanos(clock.getAsLong());
  }

  @Override
  public boolean isPaused() {
    return paused;
  }

  @Override
  public synchronized void pause() {
    paused = true;
  }

  @Override
  public synchronized void step() {
    once = stands;
    notifyAll();
  }

  @Override
  public synchronized void resume() {
    paused = false;
    notifyAll();
  }
}
