package dev.respool.it.targets.groovy

import dev.respool.Suspendable
import dev.respool.it.targets.Probe
import groovy.transform.CompileStatic

/** Calls that Groovy binds as it runs, between suspensions and with values of suspended calls at hand. */
@CompileStatic
@Suspendable
class DynamicCalls {
  static class Loose {
    def total = 0

    @groovy.transform.CompileDynamic
    def add(value) { total += value; this }

    @groovy.transform.CompileDynamic
    static sum(values) { values.sum { it * 2 } }
  }

  @groovy.transform.CompileDynamic
  static dynamic(Object a, Object b) { a.plus(b) }

  static Object run() {
    def all = [] as List<Object>
    Loose loose = new Loose()
    for (int i in 1..3) {
      loose.add(Probe.i(i))
      all << "at $i ${loose.total} ${Probe.ref(dynamic(i, Probe.l(2L)))}".toString()
    }
    all << Probe.i(1) + (int) Loose.sum([1, Probe.i(2)]) + Probe.i(3)
    Closure<Integer> closure = { Integer n -> n + (int) loose.total }
    all << closure(Probe.i(4)) + Probe.i(closure.call(5))
    Runnable asInterface = { loose.add(100) } as Runnable
    asInterface.run()
    all << Probe.ref(loose.total)
    all
  }
}
