package dev.respool.it.targets.groovy

import dev.respool.Suspendable
import dev.respool.it.targets.Probe
import groovy.transform.CompileStatic

import java.util.function.Function
import java.util.function.IntBinaryOperator
import java.util.function.Supplier

/** Lambdas, for which groovyc makes a class and an invokedynamic, and method references. */
@CompileStatic
@Suspendable
class Lambdas {
  @Suspendable
  static interface Step {
    int go(int value)
  }

  private static int twice(Step step, int value) { step.go(step.go(value)) }

  private static String half(Integer value) { "half ${Probe.d(value / 2.0d)}".toString() }

  static Object run() {
    def all = [] as List<Object>
    int base = Probe.i(3)
    Function<Integer, String> text = (Integer x) -> 'x' + Probe.i(x) + base
    all << text.apply(Probe.i(1))
    Supplier<Long> supplied = () -> Probe.l(7L)
    all << supplied.get()
    all << twice((int n) -> Probe.i(n) + base, 4)
    IntBinaryOperator plus = (int a, int b) -> Probe.i(a) + b
    all << plus.applyAsInt(1, Probe.i(2))
    Function<Integer, String> halved = Lambdas::half
    all << halved.apply(5)
    all
  }
}
