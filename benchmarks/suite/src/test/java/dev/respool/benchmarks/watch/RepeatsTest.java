package dev.respool.benchmarks.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

/** A fork is told by its disturbance. */
class RepeatsTest {
  private final Repeats<Double> repeats = new Repeats<>(fork -> fork);
  private final List<Integer> asked = new ArrayList<>();
  private final Queue<List<Double>> more = new ArrayDeque<>();

  private List<Double> undisturbed(Double... first) throws RunnerException {
    return repeats.undisturbed(List.of(first), this::again);
  }

  private Collection<Double> again(int forks) {
    asked.add(forks);
    return more.remove();
  }

  @Test
  void forks_that_were_not_disturbed_stay_as_they_are() throws RunnerException {
    assertEquals(List.of(0.9, 0.1, 1.0), undisturbed(0.9, 0.1, 1.0));
    assertEquals(List.of(), asked);
    assertEquals(Optional.empty(), repeats.note());
  }

  @Test
  void as_many_as_were_disturbed_are_measured_again_and_replaced() throws RunnerException {
    more.add(List.of(0.5, 0.2));
    assertEquals(List.of(0.2, 0.3, 0.5), undisturbed(1.1, 0.3, 4.0));
    assertEquals(List.of(2), asked);
    assertEquals(
        Optional.of("2 forks were disturbed and measured again; of 0 the least disturbed was kept"),
        repeats.note());
  }

  @Test
  void those_that_are_disturbed_again_are_measured_a_second_time_only() throws RunnerException {
    more.add(List.of(3.0, 0.4));
    more.add(List.of(2.5));
    assertEquals(List.of(0.3, 0.4, 1.1), undisturbed(1.1, 0.3, 4.0), "the least disturbed of all");
    assertEquals(List.of(2, 1), asked);
    assertEquals(
        Optional.of("2 forks were disturbed and measured again; of 1 the least disturbed was kept"),
        repeats.note());
  }

  @Test
  void several_benchmarks_are_counted_together() throws RunnerException {
    more.add(List.of(0.5));
    more.add(List.of(5.0));
    more.add(List.of(6.0));
    undisturbed(2.0);
    undisturbed(4.0);
    assertEquals(List.of(1, 1, 1), asked);
    assertEquals(
        Optional.of("2 forks were disturbed and measured again; of 1 the least disturbed was kept"),
        repeats.note());
  }
}
