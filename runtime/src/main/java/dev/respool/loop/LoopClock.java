package dev.respool.loop;

import java.time.Clock;
import java.util.function.LongSupplier;

/** The time of one loop, and how it passes while the loop has nothing to do. */
interface LoopClock extends LongSupplier {
  /** Nanoseconds since some beginning; never goes back. */
  @Override
  long getAsLong();

  /**
   * Called before the loop waits for its next timer.
   *
   * @param nanos to the next deadline; {@link Long#MAX_VALUE} if there is none
   * @param outside whether a task waits for something that happens outside the loop
   * @return how long to wait really; 0 if the deadline has come
   */
  default long toWait(long nanos, boolean outside) {
    return nanos;
  }

  /** The same time as instants, such as deadlines are; any thread. */
  default Clock instants() {
    return Clock.systemUTC();
  }

  /** The time of the machine. */
  static LoopClock system() {
    LongSupplier clock = Timers.systemClock();
    return clock::getAsLong;
  }
}
