package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;
import dev.respool.it.scenarios.lost.fresh.LinkedCall;
import dev.respool.it.scenarios.plain.InnerCalls;
import java.util.List;
import java.util.stream.Stream;

/** Class loaders that call the very method for whose call the JVM asks them. */
final class Loaders {
  private static final String PLAIN =
      "dev\\.respool\\.it\\.scenarios\\.plain\\.InnerCalls\\.call\\(InnerCalls\\.java:\\d+\\)";

  private static final String SOME_FRAME = "[^ ]+\\([^)]+\\)";

  private Loaders() {}

  static List<Deception> rows() {
    return Stream.of(LinkedCall.values()).map(Loaders::row).toList();
  }

  private static Deception row(LinkedCall call) {
    boolean plain = call != LinkedCall.LOAD_CLASS;
    LostFrame lost =
        LostFrame.of(
            "in a class loader that is asked for the sake of a call of " + call.callee(),
            steps -> run(call, steps, Current.INNER),
            plain ? PLAIN : SOME_FRAME,
            plain ? Cause.PLAIN : Cause.ANY);
    return new Deception(lost, steps -> run(call, steps, Current.OUTER));
  }

  /** A class loader that calls the method and does not yield is in nobody's way. */
  static Stream<Forwarding> forwarding() {
    return Stream.of(LinkedCall.values())
        .map(
            call ->
                new Forwarding(
                    "behind a class loader that is asked for the sake of a call of "
                        + call.callee(),
                    steps -> run(call, steps, Current.OUTER)));
  }

  @Suspendable
  private static Object run(LinkedCall call, Steps steps, int yieldsAt) throws Exception {
    Current.begin(steps, yieldsAt);
    return loader(call, yieldsAt).copy(call).run(steps);
  }

  /**
   * A class that calls loadClass of its own class loader's class cannot be told from one that the
   * JVM links: the direct call is made in a class of another loader.
   */
  private static Copies loader(LinkedCall call, int yieldsAt) {
    if (call != LinkedCall.LOAD_CLASS) {
      return new Asking(call);
    }
    return yieldsAt == Current.INNER ? LoadedByName.linking() : new Copies(name -> {});
  }

  /** Calls the method when it is asked for the class that the call names. */
  private static final class Asking extends Copies {
    Asking(LinkedCall call) {
      super(
          name -> {
            if (name.equals(call.named())) {
              InnerCalls.call(call.callee());
            }
          });
    }
  }
}
