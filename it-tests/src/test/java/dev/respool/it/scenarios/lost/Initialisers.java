package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;
import dev.respool.it.scenarios.lost.fresh.InitialisingCall;
import java.util.List;
import java.util.stream.Stream;

/** Class initialisers that call the very method whose call has started them. */
final class Initialisers {
  private static final String INITIALISER = "[\\w.$]+\\.<clinit>\\(\\w+\\.java:\\d+\\)";

  private Initialisers() {}

  static List<Deception> rows() {
    return Stream.of(InitialisingCall.values()).map(Initialisers::row).toList();
  }

  private static Deception row(InitialisingCall call) {
    LostFrame lost =
        LostFrame.of(
            "in an initialiser that starts with a call of " + call.callee(),
            steps -> run(call, steps, Current.INNER),
            INITIALISER,
            Cause.STATIC_INITIALISER);
    return new Deception(lost, steps -> run(call, steps, Current.OUTER));
  }

  /** An initialiser that calls the method and does not yield is in nobody's way. */
  static Stream<Forwarding> forwarding() {
    return Stream.of(InitialisingCall.values())
        .map(
            call ->
                new Forwarding(
                    "behind the initialiser that starts with a call of " + call.callee(),
                    steps -> run(call, steps, Current.OUTER)));
  }

  @Suspendable
  private static Object run(InitialisingCall call, Steps steps, int yieldsAt) throws Exception {
    Current.begin(steps, yieldsAt);
    return Copies.of(call).run(steps);
  }
}
