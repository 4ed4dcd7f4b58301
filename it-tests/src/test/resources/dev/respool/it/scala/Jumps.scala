package dev.respool.it.targets.scala2

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

import scala.annotation.tailrec

/** Returns out of closures, which scalac throws; tail calls, which it loops; local recursion. */
@Suspendable
object Jumps {
  private def each(limit: Int)(f: String => Unit): Unit = {
    var i = 0
    while (i < limit) {
      try f("item " + Probe.i(i))
      finally Probe.hit("after " + i)
      i += 1
    }
  }

  private def find(limit: Int, wanted: String): String = {
    each(limit) { item =>
      if (Probe.ref(item).endsWith(wanted)) return item + Probe.i(1)
    }
    "nothing"
  }

  @tailrec
  private def gcd(a: Int, b: Int): Int = if (b == 0) a else gcd(b, Probe.i(a % b))

  private def isEven(n: Int): Boolean = if (n == 0) Probe.b(true) else isOdd(n - 1)
  private def isOdd(n: Int): Boolean = if (n == 0) Probe.b(false) else isEven(n - 1)

  private def factorial(n: Int): BigInt = {
    def step(left: Int, product: Long): Long = if (left <= 1) product else step(left - 1, Probe.l(product) * left)
    BigInt(step(n, 1L))
  }

  def run(): AnyRef =
    List[Any](find(3, "1"), find(1, "1"), gcd(48, 18), isEven(5), isOdd(3), factorial(5)).mkString(" ")
}
