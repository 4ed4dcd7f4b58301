package dev.respool.benchmarks.stackful;

/** Coroutines on one run queue; they are called strands, whatever the peer calls them. */
public interface Strands {
  /**
   * Makes a strand and puts it at the end of the run queue.
   *
   * @param body what it runs
   */
  void spawn(Runnable body);

  /**
   * The strand that runs.
   *
   * @return what {@link #wake} takes
   */
  Object current();

  /** Suspends the strand that runs, until it is woken. */
  void suspend();

  /**
   * Puts a suspended strand at the end of the run queue.
   *
   * @param strand what was {@link #current} when it suspended
   */
  void wake(Object strand);

  /** Runs strands until none is runnable. */
  void run();
}
