package dev.respool.it.scenarios.plain;

import dev.respool.it.scenarios.lost.Worker;
import java.util.List;

/** An override that has its work done by a method of another name. */
public final class Adapter extends Worker {
  private final Worker target;
  private final List<String> seen;

  /** Notes what it does after the target returned. */
  public Adapter(Worker target, List<String> seen) {
    this.target = target;
    this.seen = seen;
  }

  @Override
  public String work(int amount) {
    String answer = target.workAlone(amount);
    seen.add("foreign went on with " + answer);
    return answer;
  }
}
