package dev.respool.snapshot;

import dev.respool.abi.PointLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether frames can have called one another, as the capture of frames has it: a call reaches
 * a method of the name and the descriptor that it names (JVMS 5.4.6), or the body of a lambda whose
 * interface has such a method. The innermost frame waits for a yield.
 *
 * <p>Otherwise a frame would get the result of a method that it has not called, of any type.
 */
final class CallChain {
  private static final String YIELD = "yield";

  private final Contents.Saved saved;
  private final Landings landings;

  CallChain(Contents.Saved saved, Landings landings) {
    this.saved = saved;
    this.landings = landings;
  }

  /**
   * A frame that waits for another call than it says.
   *
   * @param place where it stands
   * @param why in words
   */
  record Break(Place place, String why) {
    Obstacle obstacle() {
      return Obstacle.at("", place.toString(), why, Landing.TYPES);
    }
  }

  /** All of them; of frames that cannot go on nothing is told. */
  List<Break> breaks() {
    List<Break> breaks = new ArrayList<>();
    Place callee = null;
    for (Contents.Activation activation : saved.activations()) {
      Place caller = activation.place();
      if (callee == null ? !isYield(caller.layout()) : !hasCalled(caller.layout(), callee)) {
        breaks.add(new Break(caller, why(caller.layout(), callee)));
      }
      callee = caller;
    }
    return breaks;
  }

  private String why(PointLayout point, Place callee) {
    String waits = "it waits for a call of " + point.called();
    return callee == null
        ? waits + ", which does not suspend a " + saved.kind()
        : waits + ", but what it has called is " + callee;
  }

  private boolean isYield(PointLayout point) {
    return point.calledName().equals(YIELD)
        && saved.kind().yields().contains(point.calledDescriptor());
  }

  private boolean hasCalled(PointLayout point, Place callee) {
    return callee.method().equals(point.calledName())
            && callee.descriptor().equals(point.calledDescriptor())
        || isLambda(point, callee);
  }

  private boolean isLambda(PointLayout point, Place callee) {
    Landing landing = landings.of(callee);
    return landing == null
        || landing.code().isLambdaOf(point.calledName() + point.calledDescriptor());
  }
}
