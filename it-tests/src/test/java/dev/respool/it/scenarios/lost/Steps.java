package dev.respool.it.scenarios.lost;

import dev.respool.Coroutine;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import java.util.ArrayList;
import java.util.List;

/** What was done, in order; and a yield, two frames down, that leaves its steps. */
public final class Steps {
  private final List<String> taken = new ArrayList<>();

  /** The exception at the yield point that was refused last. */
  private NotSuspendableException refused;

  /** Yields the value. */
  @Suspendable
  public <T> T yieldBelow(Object value) {
    add("in " + value);
    try {
      T answer = yieldDeeper(value);
      add("went on with " + answer);
      return answer;
    } catch (NotSuspendableException e) {
      refused = e;
      add("refused");
      throw e;
    }
  }

  @Suspendable
  private static <T> T yieldDeeper(Object value) {
    T answer = Coroutine.yield(value);
    return answer;
  }

  public void add(Object step) {
    taken.add(String.valueOf(step));
  }

  /** The same list each time, for foreign code to add to. */
  public List<String> taken() {
    return taken;
  }

  NotSuspendableException refused() {
    return refused;
  }
}
