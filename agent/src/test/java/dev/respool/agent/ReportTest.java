package dev.respool.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.plan.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final AtomicInteger problems = new AtomicInteger();
  private final Report report = report(false);

  @Test
  void a_problem_is_told_once() {
    report.problem("the disk is full");
    report.problem("the disk is full");

    assertEquals(List.of("respool: the disk is full"), lines());
    assertEquals(1, problems.get());
  }

  @Test
  void a_refused_method_is_told_and_remembered_for_itself_only() {
    Refusal refusal =
        new Refusal(
            Refusal.Reason.BEFORE_SUPER, "com.acme.Valve.<init>(Valve.java:4)", "it yields");

    report.refused("com.acme.Valve", new Outcome.Refused(refusal.location(), refusal.message()));

    assertEquals(List.of("respool: " + refusal.message()), lines());
    assertEquals(refusal.message(), Refusals.reason("com.acme.Valve", "<init>"));
    assertNull(Refusals.reason("com.acme.Valve", "open"));
  }

  @Test
  void a_refused_class_is_remembered_for_each_of_its_methods() {
    report.refused("com.acme.Broken", "it is broken", "mend it");

    assertEquals(List.of("respool: com.acme.Broken: it is broken; mend it"), lines());
    assertEquals("it is broken; mend it", Refusals.reason("com.acme.Broken", "any"));
  }

  @Test
  void a_failure_of_the_transformer_shows_its_stack_trace() {
    report.failed("com.acme.Odd", new IllegalStateException("surprise"), "exclude it");

    assertTrue(lines().get(0).contains("com.acme.Odd: Respool failed to transform it"));
    assertTrue(lines().get(0).contains("surprise"));
    assertTrue(lines().stream().anyMatch(line -> line.contains("at " + getClass().getName())));
    assertEquals(1, problems.get());
  }

  @Test
  void details_are_for_the_verbose_only_and_no_problem() {
    report.detail("com.acme.Pump", "2 methods can suspend");
    report(true).detail("com.acme.Pipe", "1 methods can suspend");

    assertEquals(List.of("respool: com.acme.Pipe: 1 methods can suspend"), lines());
    assertEquals(0, problems.get());
  }

  private Report report(boolean verbose) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new Report(out, verbose, problems::incrementAndGet);
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
