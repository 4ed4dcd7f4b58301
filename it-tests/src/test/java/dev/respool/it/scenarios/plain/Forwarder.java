package dev.respool.it.scenarios;

import java.util.ArrayList;
import java.util.List;

/** An override that forwards, as a mock or a subclass proxy does; nobody transformed it. */
public final class PlainForwarder extends Worker {
  private final List<String> seen = new ArrayList<>();

  @Override
  public String work(int amount) {
    String answer = super.work(amount);
    seen.add("went on with " + answer);
    return answer;
  }

  /** What it did after its super method returned. */
  public List<String> seen() {
    return seen;
  }
}
