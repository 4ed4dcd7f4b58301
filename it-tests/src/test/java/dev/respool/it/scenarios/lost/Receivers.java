package dev.respool.it.scenarios.lost;

import dev.respool.Suspendable;

/** Receivers of calls whose classes are not to be loaded before the call. */
public final class Receivers {
  private static final Linked LINKED = new Linked();
  private static final LoadedByName LOADER = new LoadedByName("java.lang.Object", Current.OUTER);

  private Receivers() {}

  /** What linked calls go through. */
  public interface Thrice {
    /** Depends on the receiver. */
    @Suspendable
    int thrice(int x);
  }

  public static Linked linked() {
    return LINKED;
  }

  public static Thrice thrice() {
    return LINKED;
  }

  public static LoadedByName loader() {
    return LOADER;
  }
}
