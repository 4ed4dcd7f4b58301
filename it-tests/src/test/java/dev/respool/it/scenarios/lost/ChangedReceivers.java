package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;
import dev.respool.it.scenarios.plain.Delegator;
import java.util.List;

/**
 * Receivers in whose places others stand when their calls are made, because the arguments have put
 * them there: who looks for a receiver too late takes a forwarder for the one that it forwards to.
 */
final class ChangedReceivers {
  private static final String DELEGATOR =
      "dev\\.respool\\.it\\.scenarios\\.plain\\.Delegator\\.work\\(Delegator\\.java:\\d+\\)";

  private Work kept;

  private ChangedReceivers(Work kept) {
    this.kept = kept;
  }

  /** Calls the first one, in whose place the other one stands by then. */
  private interface Change {
    @Suspendable
    String call(Work first, Work other);
  }

  static List<Deception> rows() {
    return List.of(
        row("a local", ChangedReceivers::inLocal),
        row("a field", (first, other) -> new ChangedReceivers(first).inField(other)),
        row("an array", (first, other) -> inArray(new Work[] {first}, other)));
  }

  private static Deception row(String place, Change change) {
    return new Deception(
        LostFrame.of(
            "behind a forwarder that gives up its place in " + place,
            steps -> {
              Worker worker = Worker.leavingStepsIn(steps);
              return change.call(new Delegator(worker, steps.taken()), worker);
            },
            DELEGATOR,
            Cause.PLAIN),
        steps -> {
          Worker worker = Worker.leavingStepsIn(steps);
          return change.call(worker, worker).substring(1);
        });
  }

  @Suspendable
  private static String inLocal(Work first, Work other) {
    Work work = first;
    return work.work((work = other) == null ? 0 : 1);
  }

  @Suspendable
  private String inField(Work other) {
    return kept.work((kept = other) == null ? 0 : 1);
  }

  @Suspendable
  private static String inArray(Work[] works, Work other) {
    return works[0].work((works[0] = other) == null ? 0 : 1);
  }
}
