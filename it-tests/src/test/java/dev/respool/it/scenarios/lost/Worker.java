package dev.respool.it.scenarios.lost;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** Does a piece of work that waits in the middle. */
@Suspendable
public class Worker implements Work {
  private Steps steps = new Steps();

  /** What it does is left here from now on. */
  public void leaveStepsIn(Steps taken) {
    this.steps = taken;
  }

  static Worker leavingStepsIn(Steps taken) {
    Worker worker = new Worker();
    worker.leaveStepsIn(taken);
    return worker;
  }

  @Override
  public String work(int amount) {
    return amount + steps.<String>yieldBelow("x");
  }

  /** Does it, too, and cannot be overridden. */
  public final String workAlone(int amount) {
    return amount + steps.<String>yieldBelow("x");
  }

  /** Suspends in each way in which a worker is called, without anything between. */
  static void suspendDirectly() {
    for (int i = 0; i < 3; i++) {
      Coroutine<Object, Object> direct = Coroutine.create(first -> doWork(new Worker()));
      while (!direct.isDone()) {
        direct.resume();
      }
    }
  }

  static String doWork(Work work) {
    return work.work(1);
  }
}
