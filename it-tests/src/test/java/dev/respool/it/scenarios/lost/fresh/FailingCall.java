package dev.respool.it.scenarios.lost.fresh;

import static dev.respool.it.scenarios.lost.Current.OUTER;
import static dev.respool.it.scenarios.lost.Current.answered;

import dev.respool.Suspendable;
import dev.respool.it.scenarios.lost.Attempt;
import dev.respool.it.scenarios.lost.Linked;
import dev.respool.it.scenarios.lost.Steps;
import dev.respool.it.scenarios.plain.Repeater;

/** Calls that may fail before the callee is entered; then plain code calls the like. */
public enum FailingCall implements Attempt {
  UNLOADED(steps -> unloaded(steps)),
  UNINITIALISED(steps -> uninitialised(steps));

  private final Attempt attempt;

  FailingCall(Attempt attempt) {
    this.attempt = attempt;
  }

  @Override
  public Object run(Steps steps) throws Exception {
    return attempt.run(steps);
  }

  @Suspendable
  private static Object unloaded(Steps steps) {
    try {
      return answered(20, Linked.twice(OUTER));
    } catch (NoClassDefFoundError e) {
      return Repeater.twice(steps);
    }
  }

  @Suspendable
  private static Object uninitialised(Steps steps) {
    try {
      return answered(20, Uninitialised.twice(OUTER));
    } catch (ExceptionInInitializerError e) {
      return Repeater.twice(steps);
    }
  }
}
