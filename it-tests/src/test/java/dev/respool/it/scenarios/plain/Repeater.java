package dev.respool.it.scenarios.plain;

import dev.respool.it.scenarios.lost.Current;
import dev.respool.it.scenarios.lost.Linked;
import dev.respool.it.scenarios.lost.Steps;
import dev.respool.it.scenarios.lost.Task;

/** Calls a method under the name that somebody else has just called. */
public final class Repeater {
  private Repeater() {}

  /** Has a task done. */
  public static Object go(Task task, Steps steps) {
    return wentOn(task.go(steps), steps);
  }

  /** Calls a static method. */
  public static Object twice(Steps steps) {
    return wentOn(Linked.twice(Current.INNER), steps);
  }

  private static Object wentOn(Object answer, Steps steps) {
    steps.add("foreign went on with " + answer);
    return answer;
  }
}
