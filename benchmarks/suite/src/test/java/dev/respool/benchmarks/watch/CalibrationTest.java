package dev.respool.benchmarks.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void the_least_time_of_many_is_the_measure_and_the_mean_of_some_is_compared_with_it() {
    DoubleStream before = DoubleStream.iterate(29, time -> time - 1).limit(20);
    DoubleStream meanwhile = DoubleStream.of(10, 10, 15, 20, 20, 10, 10, 10, 10, 10);
    Iterator<Double> times = DoubleStream.concat(before, meanwhile).iterator();
    Calibration calibration = new Calibration(times::next);
    assertEquals(1.5, calibration.slowdown());
    assertEquals(1, calibration.slowdown());
  }

  @Test
  void the_work_takes_time() {
    double slowdown = new Calibration().slowdown();
    assertTrue(slowdown > 0.5 && slowdown < 1000, () -> "slowdown " + slowdown);
  }
}
