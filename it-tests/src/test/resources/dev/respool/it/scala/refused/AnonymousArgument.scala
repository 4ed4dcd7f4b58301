package dev.respool.it.targets.scala2

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** The anonymous class computes the arguments of its superclass itself. */
@Suspendable
object AnonymousArgument {
  abstract class Base(val value: Int) {
    def twice: Int
  }

  def run(): AnyRef = {
    val base = new Base(1 + Probe.i(41)) {
      def twice: Int = value * 2
    }
    Probe.hit("got " + base.twice)
    Integer.valueOf(base.twice)
  }
}
