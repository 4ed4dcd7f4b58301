package dev.respool.it.scenarios.plain;

import dev.respool.it.scenarios.lost.Steps;
import dev.respool.it.scenarios.lost.Worker;
import java.util.List;

/** An override that forwards to its super method, as a subclass proxy does. */
public final class Forwarder extends Worker {
  private final List<String> seen;

  /** Notes what it does after its super method returned. */
  public Forwarder(Steps steps) {
    leaveStepsIn(steps);
    this.seen = steps.taken();
  }

  @Override
  public String work(int amount) {
    String answer = super.work(amount);
    seen.add("foreign went on with " + answer);
    return answer;
  }
}
