package dev.respool.it.targets.scala2

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** A function of primitives that is called as one of objects: the library unboxes and boxes. */
@Suspendable
object BoxedFunction {
  private def applied[A, B](f: A => B, a: A): B = f(a)

  def run(): AnyRef = {
    val got = applied((n: Int) => Probe.i(n) + 1, 2)
    Probe.hit("got " + got)
    Integer.valueOf(got)
  }
}
