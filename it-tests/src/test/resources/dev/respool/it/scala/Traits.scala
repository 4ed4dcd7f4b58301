package dev.respool.it.targets.scala2

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Traits with bodies, fields and initialisers, stacked; companions; anonymous classes. */
@Suspendable
object Traits {
  @Suspendable
  trait Named {
    val name: String
    var calls: Int = Probe.i(1)
    def greet(other: String): String = {
      calls += Probe.i(1)
      s"$name greets $other ${Probe.i(calls)}"
    }
  }

  @Suspendable
  trait Loud extends Named {
    val mark: String = Probe.ref("!")
    abstract override def greet(other: String): String = super.greet(other).toUpperCase + mark
  }

  @Suspendable
  trait Twice extends Named {
    abstract override def greet(other: String): String = super.greet(other) + " " + super.greet(other + Probe.i(2))
  }

  @Suspendable
  class Base(val name: String) extends Named

  @Suspendable
  class Stacked(start: String) extends Base(start) with Loud with Twice {
    private val own = Probe.l(5L)
    def sum: Long = own + calls + Probe.l(1L)
  }

  @Suspendable
  abstract class Shape(val sides: Int = Probe.i(0)) {
    def area(scale: Double = Probe.d(2.0)): Double
  }

  @Suspendable
  class Square(side: Double) extends Shape(4) {
    def this(side: Int) = this(side.toDouble)
    override def area(scale: Double): Double = Probe.d(side) * side * scale
  }

  @Suspendable
  case class Money(amount: Long, unit: String = Probe.ref("EUR")) {
    def +(other: Money): Money = copy(amount = amount + Probe.l(other.amount))
  }

  @Suspendable
  implicit class Extended(private val n: Int) extends AnyVal {
    @Suspendable def squared: Int = Probe.i(n) * n
  }

  def run(): AnyRef = {
    val stacked = new Stacked("s")
    val sides = Probe.i(3)
    val shape = new Shape(sides) {
      private val height = Probe.d(0.5)
      @Suspendable override def area(scale: Double): Double = height * this.sides * Probe.d(scale)
    }
    val money = Money(5L) + Money(amount = 7L, unit = "USD")
    List[Any](stacked.greet("you"), stacked.sum, new Square(3).area(), shape.area(), money, Probe.i(3).squared,
      new Square(2.0).sides).mkString(" ")
  }
}
