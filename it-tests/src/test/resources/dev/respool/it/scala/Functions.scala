package dev.respool.it.targets.scala2

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Functions as values: specialised and not, of up to six arguments, returned, composed by hand. */
@Suspendable
object Functions {
  @Suspendable
  trait Step {
    def go(n: Int): Int
  }

  private def composed[A, B, C](f: A => B, g: B => C): A => C = a => g(f(a))

  private def ints(f: Int => Int): Int = f(f(Probe.i(2)))
  private def longs(f: (Long, Long) => Long): Long = f(Probe.l(3L), 4L)
  private def doubles(f: Double => Boolean): Boolean = f(Probe.d(0.5))
  private def none(f: () => Unit): Unit = f()
  private def steps(step: Step): Int = step.go(step.go(1))

  def run(): AnyRef = {
    var count = 0
    val upper: String => String = s => Probe.ref(s).toUpperCase
    val length: String => Integer = s => Integer.valueOf(Probe.i(s.length))
    none(() => count += Probe.i(1))
    none { () => Probe.hit("body"); count += 1 }
    val many: (Int, Long, Double, String, Boolean, Any) => String =
      (a, b, c, d, e, f) => s"${Probe.i(a)}${Probe.l(b)}${Probe.d(c)}${Probe.ref(d)}${Probe.b(e)}${Probe.ref(f)}"
    val nested: String => String => String = a => b => Probe.ref(a) + Probe.ref(b)
    List[Any](composed(upper, length)("abc"), ints(n => Probe.i(n) * 3), longs((a, b) => a * Probe.l(b)),
      doubles(d => Probe.b(d > 0.25)), count, many(1, 2L, 3.0, "4", true, "6"), nested("x")("y"),
      steps(n => Probe.i(n) + 1), steps(new Step { @Suspendable def go(n: Int): Int = n * Probe.i(5) })).mkString(" ")
  }
}
