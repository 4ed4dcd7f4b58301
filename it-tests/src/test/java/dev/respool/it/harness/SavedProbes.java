package dev.respool.it.harness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * At how many probes the targets of a test class were saved. What cannot be saved goes on unsaved,
 * so that without a minimum a target passes of which nothing was ever saved.
 */
public final class SavedProbes {
  private final Map<String, Integer> byTarget = new ConcurrentHashMap<>();

  /** Notes what {@link FourWay#survivesEverything} has counted. */
  public void add(String target, int probes) {
    byTarget.put(target, probes);
  }

  /** Fails if all of these targets have passed and were seldom saved. */
  public void requireAtLeast(int fewest, Collection<String> targets) {
    int saved = byTarget.values().stream().mapToInt(probes -> probes).sum();
    assertTrue(
        saved >= fewest || !byTarget.keySet().containsAll(targets),
        () -> "the targets were saved at " + saved + " probes only: " + byTarget);
  }
}
