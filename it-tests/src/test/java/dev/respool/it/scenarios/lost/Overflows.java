package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;
import dev.respool.it.scenarios.plain.Deep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Calls that find no room on the stack for their callee; foreign code makes the same call next. */
final class Overflows {
  private static final int TIMES = 25;

  private Overflows() {}

  static List<Deception> rows() {
    List<String> then = new ArrayList<>();
    for (String step : Collections.nCopies(TIMES - 1, "in x")) {
      then.add(step);
      then.add("refused");
    }
    LostFrame lost =
        LostFrame.of(
            "in a plain call after the stack was exhausted",
            steps -> new Deep(new Diver(steps), steps).workOn(TIMES),
            "dev\\.respool\\.it\\.scenarios\\.plain\\.Deep\\.from\\(Deep\\.java:\\d+\\)",
            Cause.PLAIN,
            then.toArray(String[]::new));
    return List.of(new Deception(lost, steps -> dive(new Diver(steps))));
  }

  @Suspendable
  private static Object dive(Work work) {
    return work.work(1).substring(1);
  }

  /** Calls itself for ever, unless it is only asked to yield. */
  private static final class Diver implements Work {
    private final Steps steps;
    private final Work itself = this;

    Diver(Steps steps) {
      this.steps = steps;
    }

    @Override
    @Suspendable
    public String work(int amount) {
      return amount == 1 ? amount + steps.<String>yieldBelow("x") : itself.work(amount + 1);
    }
  }
}
