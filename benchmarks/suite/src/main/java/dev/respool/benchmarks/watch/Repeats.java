package dev.respool.benchmarks.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.runner.RunnerException;

/**
 * The rule by which forks are measured again: as many as were disturbed, at most twice. Of all
 * measurements of a benchmark the least disturbed ones stay, as many as there were at first.
 *
 * @param <F> a measured fork
 */
final class Repeats<F> {
  private static final int MOST = 2;

  private final ToDoubleFunction<F> disturbance;
  private int disturbed;
  private int kept;

  /**
   * @param disturbance of a fork: more than 1 is too much
   */
  Repeats(ToDoubleFunction<F> disturbance) {
    this.disturbance = disturbance;
  }

  /** Measures a benchmark again, in that many forks. */
  @FunctionalInterface
  interface Again<F> {
    Collection<F> measure(int forks) throws RunnerException;
  }

  /**
   * As many forks as there were, with those replaced that could be measured with less disturbance.
   */
  List<F> undisturbed(Collection<F> first, Again<F> again) throws RunnerException {
    List<F> forks = new ArrayList<>(first);
    int missing = disturbed(forks);
    disturbed += missing;
    for (int i = 0; i < MOST && missing > 0; i++) {
      forks.addAll(again.measure(missing));
      forks.sort(Comparator.comparingDouble(disturbance));
      forks.subList(first.size(), forks.size()).clear();
      missing = disturbed(forks);
    }
    kept += missing;
    return forks;
  }

  private int disturbed(List<F> forks) {
    return (int) forks.stream().filter(fork -> disturbance.applyAsDouble(fork) > 1).count();
  }

  /** What was done, as the page's notes have it; nothing if no fork was disturbed. */
  Optional<String> note() {
    String text = "%d forks were disturbed and measured again; of %d the least disturbed was kept";
    return disturbed == 0
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, text, disturbed, kept));
  }
}
