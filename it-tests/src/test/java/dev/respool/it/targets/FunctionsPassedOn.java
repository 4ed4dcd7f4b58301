package dev.respool.it.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Functions as arguments, results, fields and array elements. */
public final class FunctionsPassedOn {
  private FunctionsPassedOn() {}

  private final List<Runnable> jobs = new ArrayList<>();
  private Supplier<Integer> counter;

  public static Object run() {
    FunctionsPassedOn self = new FunctionsPassedOn();
    int[] count = {0};
    self.counter = () -> count[0] += Probe.i(1);
    for (int i = 0; i < 3; i++) {
      int n = i;
      self.jobs.add(() -> count[0] += Probe.i(n) * self.counter.get());
    }
    for (Runnable job : self.jobs) {
      job.run();
    }
    Function<Integer, Integer> twice = then(n -> n * Probe.i(2), n -> n + Probe.i(1));
    return twice.apply(twice.apply(count[0]));
  }

  private static <A, B, C> Function<A, C> then(Function<A, B> first, Function<B, C> second) {
    return a -> second.apply(Probe.ref(first.apply(a)));
  }
}
