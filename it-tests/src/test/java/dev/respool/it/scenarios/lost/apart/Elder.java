package dev.respool.it.scenarios.lost.apart;

import dev.respool.Suspendable;
import dev.respool.it.scenarios.lost.Steps;

/** Has a method that classes of other packages do not override. */
public class Elder {
  @Suspendable
  Object go(Steps steps) {
    return steps.yieldBelow("x");
  }

  /** Dispatches on the elder's method. */
  @Suspendable
  public static Object goAsElder(Elder elder, Steps steps) {
    return elder.go(steps);
  }

  /** The same, where nobody looks for it. */
  public static Object forward(Elder elder, Steps steps) {
    Object answer = elder.go(steps);
    steps.add("foreign went on with " + answer);
    return answer;
  }
}
