package dev.respool.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("try") // the program waits, and nobody asks it anything
class RespoolMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void the_meters_show_what_the_loops_do() {
    try (WaitingProgram program = new WaitingProgram()) {
      new RespoolMetrics(Tags.of("app", "shop")).bindTo(registry);
      assertTrue(registry.get("respool.loops").tag("app", "shop").gauge().value() >= 1);
      assertTrue(registry.get("respool.tasks").tag("state", "waiting").gauge().value() >= 4);
      assertTrue(registry.get("respool.tasks.waiting").tag("for", "lock").gauge().value() >= 2);
      assertTrue(registry.get("respool.turns").functionCounter().count() > 0);
      assertEquals(0, registry.get("respool.queue").tag("queue", "posted").gauge().value());
      assertEquals(0, registry.get("respool.loops.unanswering").gauge().value());
      assertTrue(registry.get("respool.tasks.ended").functionCounter().count() >= 0);
      assertEquals(0, registry.get("respool.coroutines").gauge().value());
    }
  }

  @Test
  void there_are_no_other_meters_than_the_documented_ones() {
    new RespoolMetrics().bindTo(registry);
    Set<String> names =
        registry.getMeters().stream()
            .map(Meter::getId)
            .map(Meter.Id::getName)
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "respool.loops",
            "respool.loops.unanswering",
            "respool.tasks",
            "respool.tasks.waiting",
            "respool.tasks.ended",
            "respool.turns",
            "respool.queue",
            "respool.coroutines"),
        names);
  }
}
