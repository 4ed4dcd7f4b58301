package dev.respool.it.random.crossing;

import dev.respool.Suspendable;
import dev.respool.it.random.Route;

/** Methods that are called by the class, of every kind of result. */
public final class Statics {
  private static int last;

  private Statics() {}

  @Suspendable
  public static int go(Route route, int value) {
    return value - Walker.walk(route, value);
  }

  @Suspendable
  public static long ofLong(Route route, long value) {
    return value * 3 + Walker.walk(route, (int) value);
  }

  @Suspendable
  public static double ofDouble(Route route, double value) {
    return value / 2 + Walker.walk(route, (int) value);
  }

  /** Leaves its result in {@link #last}. */
  @Suspendable
  public static void ofVoid(Route route, int value) {
    int result = Walker.walk(route, value);
    last = result;
  }

  /** What the void method has left. */
  public static int last() {
    return last;
  }

  @Suspendable
  static int BB(Route route, int value) {
    return Walker.walk(route, value) + 5;
  }

  /** Its name has the hash of the other's; it suspends nowhere, so it is not transformed. */
  @Suspendable
  static int Aa(Route route, int value) {
    return forwarded(route, value);
  }

  private static int forwarded(Route route, int value) {
    return BB(route, value) + 1;
  }
}
