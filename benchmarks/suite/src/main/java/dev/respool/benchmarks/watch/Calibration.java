package dev.respool.benchmarks.watch;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** Work that is always the same: it takes longer only if the processor has less time or clock. */
final class Calibration {
  private static final int ROUNDS = 12_000_000;
  private static final int REPETITIONS = 5;
  private static final int WARM_UP = 20;
  private static final double NANOS_PER_MILLI = 1e6;

  /** Keeps the compiler from leaving the work out. */
  private static volatile long sink;

  private final DoubleSupplier work;
  private final double reference;

  /** Work of some milliseconds. */
  Calibration() {
    this(Calibration::once);
  }

  /**
   * The least of many repetitions is what an undisturbed one takes.
   *
   * @param work tells how long it has taken
   */
  Calibration(DoubleSupplier work) {
    this.work = work;
    this.reference = DoubleStream.generate(work).limit(WARM_UP).min().orElseThrow();
  }

  /** How many times longer the work takes now than undisturbed: the mean of some repetitions. */
  double slowdown() {
    return DoubleStream.generate(work).limit(REPETITIONS).average().orElseThrow() / reference;
  }

  private static double once() {
    long start = System.nanoTime();
    long x = start | 1;
    for (int i = 0; i < ROUNDS; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
    }
    sink = x;
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }
}
