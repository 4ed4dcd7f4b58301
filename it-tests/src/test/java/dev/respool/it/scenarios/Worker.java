package dev.respool.it.scenarios;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** Does a piece of work that waits in the middle. */
@Suspendable
public class Worker implements Work {
  @Override
  public String work(int amount) {
    String answer = Coroutine.yield(amount);
    return amount + answer;
  }
}
