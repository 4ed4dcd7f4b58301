package dev.respool.it.scenarios.lost;

import static dev.respool.it.scenarios.lost.Current.pass;

import dev.respool.Suspendable;

/** Methods that are called by name, by code that is linked in the attempt. */
@Suspendable
public class Linked implements Receivers.Thrice {
  /** By the class. */
  public static int twice(int x) {
    pass(x);
    return 2 * x;
  }

  @Override
  public int thrice(int x) {
    pass(x);
    return 3 * x;
  }

  /** By a receiver, without a choice. */
  public final int fourTimes(int x) {
    pass(x);
    return 4 * x;
  }
}
