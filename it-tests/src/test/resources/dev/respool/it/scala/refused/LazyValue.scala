package dev.respool.it.targets.scala2

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** A lazy value is computed in a synchronized statement. */
@Suspendable
class LazyValue {
  lazy val value: Int = 1 + Probe.i(41)
}

@Suspendable
object LazyValue {
  def run(): AnyRef = {
    val got = new LazyValue().value
    Probe.hit("got " + got)
    Integer.valueOf(got)
  }
}
