package dev.respool.it.targets.groovy

import dev.respool.Suspendable
import dev.respool.it.targets.Probe
import groovy.transform.CompileStatic

import java.util.function.Function
import java.util.function.Supplier

/** Lambdas that do nothing but call others, and anonymous classes; marks on methods only. */
@CompileStatic
class NestedLambdas {
  /** A mark that an unmarked method's lambda gets from its interface. */
  @Suspendable
  static interface Step {
    Object go()
  }

  @Suspendable
  private static Supplier<String> traced(Supplier<String> inner) {
    Supplier<String> lambda = () -> {
      String result = inner.get()
      Probe.hit('traced')
      result
    }
    lambda
  }

  @Suspendable
  private static Supplier<String> wrapped(Supplier<String> inner) {
    new Supplier<String>() {
      @Override
      String get() { '<' + inner.get() + '>' }
    }
  }

  private static Step unmarked(Supplier<String> inner) {
    Step lambda = () -> {
      Supplier<String> outer = () -> inner.get()
      outer.get()
    }
    lambda
  }

  @Suspendable
  static Object run() {
    Supplier<String> ask = () -> Probe.ref('a') as String
    Supplier<String> inner = () -> ask.get()
    Supplier<String> referred = inner::get
    def all = [] as List<Object>
    all << inner.get()
    all << referred.get()
    Function<Supplier<String>, Supplier<String>> twice = (Supplier<String> s) -> {
      Supplier<String> both = () -> s.get() + s.get()
      both
    }
    Supplier<String> b = () -> Probe.ref('b') as String
    all << twice.apply(b).get()
    all << traced(b).get()
    all << wrapped(b).get()
    all << unmarked(b).go()
    all
  }
}
