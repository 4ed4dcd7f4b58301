package dev.respool.it.targets.groovy

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Without static compilation each call goes through Groovy's call sites. */
@Suspendable
class DynamicMethod {
  static Object run() {
    def got = 1 + Probe.i(41)
    Probe.hit("got $got")
    got
  }
}
