package dev.respool.it.targets.scala2

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** The loop over a collection of Scala's is code of its library. */
@Suspendable
object LibraryLoop {
  def run(): AnyRef = {
    var sum = 0
    for (word <- Vector("a", "bc", "def")) sum += Probe.ref(word).length
    Integer.valueOf(sum)
  }
}
