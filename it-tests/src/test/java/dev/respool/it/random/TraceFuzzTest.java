package dev.respool.it.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.respool.it.harness.KeptSeeds;
import dev.respool.it.harness.Schedule;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Traces of random operations, {@code -Dfuzz.traces} of them, suspended and not. */
class TraceFuzzTest {
  private static final int TRACES = Integer.getInteger("fuzz.traces", 2_000);
  private static TraceRunner runner;

  @BeforeAll
  static void load() throws ReflectiveOperationException {
    runner = new TraceRunner();
  }

  @Test
  void a_trace_ends_with_its_yields_as_it_does_without() {
    seeds()
        .forEach(
            seed ->
                schedules(seed).forEach(schedule -> compare(seed, schedule, runner::asCoroutine)));
    assertEquals(List.of(), runner.loader().refusals());
    assertReached(runner.reach());
  }

  @Test
  void the_continuation_of_the_jdk_agrees() {
    assumeTrue(InternalContinuation.exists(), "this JDK has no continuation");
    seeds()
        .forEach(
            seed ->
                schedules(seed)
                    .forEach(schedule -> compare(seed, schedule, TraceFuzzTest::internally)));
  }

  /** How a trace is run that must end as plain Java. */
  private interface Door {
    List<String> run(FuzzedTrace trace, Schedule schedule);
  }

  private static void compare(long seed, Schedule schedule, Door door) {
    FuzzedTrace trace = FuzzedTrace.of(seed);
    List<String> expected = runner.plainly(trace, schedule);
    List<String> found = door.run(trace, schedule);
    if (!expected.equals(found)) {
      assertEquals(expected, found, "trace " + seed + ", " + schedule + ": " + trace.steps());
    }
  }

  private static List<String> internally(FuzzedTrace trace, Schedule schedule) {
    try {
      return runner.asInternalContinuation(trace, schedule);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("the JDK's continuation is not exported", e);
    }
  }

  private static void assertReached(Reach reach) {
    for (Op op : Op.values()) {
      boolean reached = !op.nests() || reach.suspensionsIn(op) > 0 || op.isForeign();
      assertTrue(op == Op.RETURN || reach.performances(op) > 0, op + " not performed: " + reach);
      assertTrue(reached, op + " was never suspended in: " + reach);
      assertTrue(!op.isForeign() || reach.refusalsIn(op) > 0, op + " never refused: " + reach);
      assertTrue(!op.isForeign() || reach.suspensionsIn(op) == 0, op + " suspended: " + reach);
    }
    assertTrue(reach.suspensionsIn(Op.YIELD) > TRACES, "hardly suspended: " + reach);
  }

  private static LongStream seeds() {
    LongStream kept = KeptSeeds.of("TraceFuzz").stream().mapToLong(seed -> seed);
    return LongStream.concat(kept, LongStream.rangeClosed(1, TRACES));
  }

  private static List<Schedule> schedules(long seed) {
    return List.of(Schedule.never(), Schedule.always(), Schedule.seeded(seed));
  }
}
