package dev.respool.inspect;

import java.time.Duration;

/**
 * Halts a loop and lets its tasks run one by one, for a person who looks. Any thread may call this,
 * but a task of the loop must not: nobody would be there to go on.
 */
public interface LoopSteps {
  /**
   * The loop's time.
   *
   * @return how much has passed in the loop since it was made
   */
  Duration now();

  /**
   * Whether it is halted.
   *
   * @return true between {@link #pause} and {@link #resume}
   */
  boolean isPaused();

  /**
   * Halts it before the next step of a task. The thread that runs the loop stands still there, and
   * the loop can still be inspected.
   */
  void pause();

  /** Lets one task run until it waits. Does nothing unless the loop stands still. */
  void step();

  /** Lets all tasks run again. */
  void resume();
}
