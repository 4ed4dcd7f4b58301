package dev.respool.benchmarks.report;

import static java.util.OptionalDouble.empty;

import dev.respool.benchmarks.Ordinary;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * All targets. These are the only figures that are written here by hand: they were set before
 * Respool was measured, from the figures that the peers had at that time on another machine, those
 * of the ordinary programs later.
 */
final class Targets {
  /** By generators, the primitive one and that of objects. */
  private static final String GENERATORS = "respool|respool-generator";

  /** Where a scheduler holds the coroutine. */
  private static final String ESCAPING = "respool-escaping";

  /** On a program's own thread, with nothing between it and the coroutine. */
  private static final String OWN_THREAD = "respool";

  /** On an event loop's thread. */
  private static final String LOOP_THREAD = "respool-loop";

  private static final String BOTH_THREADS = OWN_THREAD + "|" + LOOP_THREAD;

  private static final Question FLATNESS =
      Workloads.DEPTH_1000.over(Workloads.DEPTH_10.selection(), "W2, depth 1000 to depth 10");

  private static final String RECURSION = Workloads.program(Workloads.tax(Ordinary.RECURSION));

  private Targets() {}

  /** Those for a JDK. */
  static List<Target> on(int jdk) {
    Stream<Target> programs = Workloads.programs().stream().map(tax -> program(tax, jdk));
    return Stream.concat(workloads().stream(), programs).toList();
  }

  /** Where no method was ever captured. On 25 a recursion was nearly free before. */
  private static Target program(Question tax, int jdk) {
    boolean isRecursion = Workloads.program(tax).equals(RECURSION);
    return new Target(tax, OWN_THREAD, isRecursion && jdk >= 25 ? 1.05 : 1.1, empty(), empty());
  }

  private static List<Target> workloads() {
    return List.of(
        new Target(Workloads.POLLUTED, GENERATORS, 3.5, times(1.3), times(22)),
        new Target(Workloads.MONO, GENERATORS, 0.6, than(2.1, 0.6), than(86.6, 0.6)),
        new Target(FLATNESS, GENERATORS, 1.1, empty(), empty()),
        new Target(Workloads.DEPTH_10, GENERATORS, 1.4, than(2.22, 1.4), times(60)),
        new Target(Workloads.DEPTH_1000, GENERATORS, 1.4, than(3.17, 1.4), times(60)),
        new Target(Workloads.WALK, GENERATORS, 8, than(12.5, 8), than(123, 8)),
        new Target(allocated(Workloads.WALK), GENERATORS, 24, than(40, 24), empty()),
        new Target(Workloads.FIB_TAX, LOOP_THREAD, 1.05, than(2.0, 1.05), empty()),
        new Target(Workloads.FIB_TAX, OWN_THREAD, 1.15, than(2.0, 1.15), empty()),
        new Target(Workloads.LOOP_TAX, BOTH_THREADS, 1.02, empty(), empty()),
        new Target(Workloads.NONE, ESCAPING, 5, than(0.49, 5), than(17.8, 5)),
        new Target(allocated(Workloads.NONE), ESCAPING, 64, empty(), empty()),
        new Target(allocated(Workloads.NONE), OWN_THREAD, 0, empty(), empty()),
        new Target(Workloads.ONE, ESCAPING, 8, than(8.1, 8), than(128, 8)),
        new Target(allocated(Workloads.ONE), ESCAPING, 64, empty(), empty()),
        new Target(allocated(Workloads.ONE), OWN_THREAD, 0, empty(), empty()),
        new Target(Workloads.PARKED_1, OWN_THREAD, 72, than(112, 72), than(264, 72)),
        new Target(Workloads.PARKED_10, OWN_THREAD, 300, than(408, 300), than(600, 300)),
        new Target(Workloads.SKYNET, BOTH_THREADS, 45, than(160, 45), than(255, 45)),
        new Target(Workloads.PING_PONG, BOTH_THREADS, 5, than(6.1, 5), than(83.6, 5)));
  }

  private static Question allocated(Question question) {
    return question.allocated(question.title() + ", allocated");
  }

  private static OptionalDouble times(double factor) {
    return OptionalDouble.of(factor);
  }

  /** How many times better the target is than what the peer had when it was set. */
  private static OptionalDouble than(double peerAtThatTime, double target) {
    return OptionalDouble.of(peerAtThatTime / target);
  }
}
