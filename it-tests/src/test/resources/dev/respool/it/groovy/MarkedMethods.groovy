package dev.respool.it.targets.groovy

import dev.respool.Suspendable
import dev.respool.it.targets.Probe
import groovy.transform.CompileStatic

import java.util.function.Supplier

/** Marks on methods only: lambdas and the overloads for defaults have no place for one. */
@CompileStatic
class MarkedMethods {
  int count

  @Suspendable
  int counted(int by, int times = 2) {
    count += by * times
    Probe.i(count)
  }

  @Suspendable
  static Object run() {
    MarkedMethods one = new MarkedMethods()
    Supplier<Integer> later = () -> one.counted(Probe.i(3))
    [one.counted(1, 1), later.get(), one.count, Probe.i(0)]
  }
}
