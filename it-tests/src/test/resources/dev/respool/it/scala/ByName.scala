package dev.respool.it.targets.scala2

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Arguments by name, control structures of our own, currying, local and eta-expanded functions. */
@Suspendable
object ByName {
  private def whilst(condition: => Boolean)(body: => Unit): Unit =
    if (condition) {
      body
      whilst(condition)(body)
    }

  private def choose[A](first: Boolean, yes: => A, no: => A): A = if (first) yes else no

  private def chooseLong(first: Boolean, yes: => Long, no: => Long): Long = if (first) yes else no

  private def sum(parts: (() => Int)*): Int = {
    var sum = 0
    val iterator = parts.iterator
    while (iterator.hasNext) sum += iterator.next()()
    sum
  }

  private def twice(f: String => String)(text: String): String = f(f(text))

  private def curried(a: Int)(b: Long)(c: Double): String = s"${Probe.i(a)}-${Probe.l(b)}-${Probe.d(c)}"

  private def applied(f: Int => Int, x: Int): Int = f(x)

  def run(): AnyRef = {
    var n = 0
    whilst(Probe.i(n) < 3) {
      n += Probe.i(1)
    }
    val text = choose(Probe.b(true), Probe.ref("yes"), Probe.ref("no"))
    val long = chooseLong(Probe.b(false), Probe.l(1L), Probe.l(2L))
    def local(s: String): String = s + Probe.i(n)
    val partly = curried(1) _
    List[Any](n, text, long, sum(() => Probe.i(1), () => n, () => Probe.i(2)), twice(local)("x"), partly(2L)(3.0),
      applied(x => Probe.i(x) + n, 4), applied(_ * 2, 5)).mkString(" ")
  }
}
