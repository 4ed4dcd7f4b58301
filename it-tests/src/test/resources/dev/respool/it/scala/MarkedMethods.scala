package dev.respool.it.targets.scala2

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Marks on methods only: closures, default arguments, traits' forwarders have no place for one. */
object MarkedMethods {
  trait Counting {
    var count = 0
    @Suspendable def counted(by: Int): Int = {
      count += by
      Probe.i(count)
    }
  }

  class Counter(val base: Int) extends Counting

  @Suspendable private def by(counter: Counter, times: Int = Probe.i(2)): String = {
    val add: String => String = text => text + counter.counted(times) + counter.counted(counter.base)
    add(add("x"))
  }

  @Suspendable def run(): AnyRef = {
    val deep: () => () => String = () => () => by(new Counter(Probe.i(3)), 1)
    by(new Counter(1)) + deep()()
  }
}
