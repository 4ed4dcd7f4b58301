package dev.respool.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.plan.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final AtomicInteger problems = new AtomicInteger();
  private final Report report = report(false);

  private Report report(boolean verbose) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new Report(out, verbose, problems::incrementAndGet);
  }

  @Test
  void a_refused_method_is_told_once_and_remembered_by_its_name() {
    Refusal refusal =
        new Refusal(
            Refusal.Reason.SYNCHRONIZED_METHOD, "report.Pump$Valve.drain(Pump.java:41)", "detail");

    report.refused("report.Pump$Valve", refusal);
    report.refused("report.Pump$Valve", refusal);

    assertEquals("respool: " + refusal.message(), printed().strip());
    assertEquals(1, problems.get());
    assertEquals(refusal.message(), Refusals.reason("report.Pump$Valve", "drain"));
    assertNull(Refusals.reason("report.Pump$Valve", "fill"));
    assertNull(Refusals.reason("report.Pump", "drain"));
  }

  @Test
  void a_refused_class_is_remembered_for_all_its_methods() {
    report.refused("report.Whole", "it is odd", "make it even");

    assertEquals("respool: report.Whole: it is odd; make it even", printed().strip());
    assertEquals("it is odd; make it even", Refusals.reason("report.Whole", "any"));
  }

  @Test
  void a_failure_shows_where_it_happened() {
    report.failed("report.Broken", new IllegalStateException("boom"), "say exclude=");

    assertTrue(printed().startsWith("respool: report.Broken: "), printed());
    assertTrue(printed().contains("boom"), printed());
    assertTrue(printed().contains("a_failure_shows_where_it_happened"), printed());
    assertTrue(Refusals.reason("report.Broken", "any").contains("boom"));
  }

  @Test
  void details_are_shown_only_if_asked_for() {
    report.detail("report.Quiet", "done");
    assertEquals("", printed());

    report(true).detail("report.Loud", "done");
    assertEquals("respool: report.Loud: done", printed().strip());
    assertEquals(0, problems.get());
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
