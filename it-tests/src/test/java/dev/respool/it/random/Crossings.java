package dev.respool.it.random;

import java.util.EnumMap;
import java.util.Map;

/** What routes reached: routes that cross nothing prove nothing. */
final class Crossings {
  private final Map<Link, Integer> entered = new EnumMap<>(Link.class);
  private int refusals;
  private int suspensions;

  void entered(Link link) {
    entered.merge(link, 1, Integer::sum);
  }

  void yielding(boolean refused) {
    if (refused) {
      refusals++;
    } else {
      suspensions++;
    }
  }

  int of(Link link) {
    return entered.getOrDefault(link, 0);
  }

  int refusals() {
    return refusals;
  }

  int suspensions() {
    return suspensions;
  }

  @Override
  public String toString() {
    return suspensions + " suspensions, " + refusals + " refusals, entered " + entered;
  }
}
