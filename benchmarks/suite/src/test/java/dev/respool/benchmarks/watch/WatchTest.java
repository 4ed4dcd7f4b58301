package dev.respool.benchmarks.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WatchTest {
  private static final double EXACT = 1e-9;

  @Test
  void a_fork_is_disturbed_by_the_worst_of_what_was_seen() {
    assertEquals(1, Watch.disturbance(1.2, 0, 0), EXACT);
    assertEquals(1, Watch.disturbance(1, 0.1, 0), EXACT);
    assertEquals(1, Watch.disturbance(1, 0, 0.3), EXACT);
    assertEquals(2, Watch.disturbance(1.2, 0.2, 0.3), EXACT);
  }

  @Test
  void a_fork_that_nobody_disturbed_is_below_what_is_tolerated() {
    assertTrue(Watch.disturbance(0.98, 0, 0) <= 0);
    assertTrue(Watch.disturbance(1.05, 0.02, 0.1) < 1);
  }
}
