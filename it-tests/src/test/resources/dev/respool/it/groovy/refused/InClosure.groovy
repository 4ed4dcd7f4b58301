package dev.respool.it.targets.groovy

import dev.respool.Suspendable
import dev.respool.it.targets.Probe
import groovy.transform.CompileStatic

/** A closure is called by Groovy's library. */
@CompileStatic
@Suspendable
class InClosure {
  static Object run() {
    Closure<Integer> closure = { Integer n -> 1 + Probe.i(n) }
    int got = closure.call(41)
    Probe.hit("got $got")
    got
  }
}
