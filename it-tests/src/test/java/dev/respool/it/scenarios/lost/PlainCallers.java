package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;
import dev.respool.it.scenarios.plain.Relay;
import java.util.List;

/** Callers that were not transformed, or that could not be. */
final class PlainCallers {
  private static final String RELAY = "dev\\.respool\\.it\\.scenarios\\.plain\\.Relay\\.";
  private static final String HERE = "\\Q" + PlainCallers.class.getName() + ".\\E";

  private PlainCallers() {}

  static List<LostFrame> rows() {
    return List.of(
        LostFrame.of(
            "below a plain caller",
            PlainCallers::relay,
            RELAY + "call\\(Relay.java:\\d+\\)",
            Cause.PLAIN),
        LostFrame.of(
            "below a plain caller of a suspendable method",
            steps -> new Relay(steps.taken()).work(Worker.leavingStepsIn(steps)),
            RELAY + "work\\(Relay.java:\\d+\\)",
            Cause.PLAIN),
        LostFrame.of(
            "below a plain caller, after a call that failed",
            PlainCallers::afterFailure,
            RELAY + "workAlone\\(Relay.java:\\d+\\)",
            Cause.PLAIN),
        LostFrame.of(
            "below a method without an annotation",
            PlainCallers::forgotten,
            HERE + "unmarked\\(PlainCallers.java:\\d+\\)",
            Cause.PLAIN),
        LostFrame.of(
            "below a method that is refused",
            Refused::locked,
            "\\Q" + Refused.class.getName() + "\\E.locked\\(PlainCallers.java:\\d+\\)",
            Cause.REFUSED));
  }

  @Suspendable
  private static Object relay(Steps steps) throws Exception {
    return new Relay(steps.taken()).call(() -> steps.yieldBelow("x"));
  }

  /** What the call without an object told its callee must not pass for what the relay told. */
  @Suspendable
  private static Object afterFailure(Steps steps) {
    Worker worker = Worker.leavingStepsIn(steps);
    try {
      return nobody().workAlone(1);
    } catch (NullPointerException e) {
      return new Relay(steps.taken()).workAlone(worker);
    }
  }

  private static Worker nobody() {
    return null;
  }

  @Suspendable
  private static Object forgotten(Steps steps) {
    Object answer = unmarked(steps);
    steps.add("went on with " + answer);
    return answer;
  }

  private static Object unmarked(Steps steps) {
    Object answer = steps.yieldBelow("x");
    steps.add("foreign went on with " + answer);
    return answer;
  }

  /** A class of its own, since a build that instruments it fails. */
  static final class Refused {
    private Refused() {}

    @Suspendable
    static synchronized Object locked(Steps steps) {
      Object answer = steps.yieldBelow("x");
      steps.add("foreign went on with " + answer);
      return answer;
    }
  }
}
