package dev.respool.it.scenarios.plain;

import static dev.respool.it.scenarios.lost.Current.INNER;

import dev.respool.it.scenarios.lost.Current;
import dev.respool.it.scenarios.lost.Linked;
import dev.respool.it.scenarios.lost.Receivers;

/** What plain code of a class loader calls, while somebody waits for the class. */
public final class InnerCalls {
  private InnerCalls() {}

  /** Calls the method that is linked. */
  public static void call(String callee) {
    Current.foreign(
        switch (callee) {
          case "a static method" -> Linked.twice(INNER);
          case "a virtual method", "an interface's method" -> Receivers.thrice().thrice(INNER);
          case "a final method" -> Receivers.linked().fourTimes(INNER);
          default -> throw new IllegalArgumentException(callee);
        });
  }
}
