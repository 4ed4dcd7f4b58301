package dev.respool.corpus.schedule;

import dev.respool.Coroutine;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;

/**
 * What instrumented code calls before each of its calls. The agent transforms this class like any
 * other, so that a refusal is caught here, at the yield, and not by the program.
 */
public final class Sites {
  private static volatile Schedule schedule = new Schedule.Every();
  private static volatile boolean needsCoroutine;

  private Sites() {}

  /**
   * Begins; before that every execution suspends.
   *
   * @param chosen decides
   * @param onlyInCoroutines whether an execution outside of all coroutines is counted as refused
   */
  public static void start(Schedule chosen, boolean onlyInCoroutines) {
    needsCoroutine = onlyInCoroutines;
    schedule = chosen;
  }

  /**
   * Suspends and is resumed, if this execution is due.
   *
   * @param site its number
   */
  @Suspendable
  public static void visit(int site) {
    if (schedule.isDue(SiteCounts.execution(site))) {
      suspend(site);
    }
  }

  @Suspendable
  private static void suspend(int site) {
    if (needsCoroutine && Coroutine.running() == null) {
      SiteCounts.refused("outside of any coroutine");
      return;
    }
    try {
      Coroutine.yield();
      SiteCounts.suspended(site);
    } catch (NotSuspendableException refusal) {
      SiteCounts.refused(RefusalCause.of(refusal));
    }
  }
}
