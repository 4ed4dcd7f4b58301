package dev.respool.it.targets.scala2

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

import scala.annotation.switch

/** Matches by type, structure, extractor, guard, literal and table. */
@Suspendable
object PatternMatching {
  sealed trait Expr
  case class Num(value: Int) extends Expr
  case class Add(left: Expr, right: Expr) extends Expr
  case class Mul(left: Expr, right: Expr) extends Expr
  case object Nothing0 extends Expr

  @Suspendable
  object Twice {
    def unapply(n: Int): Option[Int] = if (Probe.i(n) % 2 == 0) Some(n / 2) else None
  }

  @Suspendable
  object Words {
    def unapplySeq(text: String): Option[Seq[String]] = Some(Probe.ref(text).split(" ").toSeq)
  }

  private def eval(expr: Expr): Int = expr match {
    case Num(Twice(half))                 => half + Probe.i(half)
    case Num(value) if Probe.b(value > 4) => value * 10
    case Num(value)                       => value
    case Add(Num(1), right)               => 1 + eval(right)
    case Add(left, right)                 => eval(left) + eval(right)
    case all @ Mul(left, _: Num)          => eval(left) * eval(all.right) + Probe.i(0)
    case Mul(_, _) | Nothing0             => Probe.i(-1)
  }

  private def text(value: Any): String = value match {
    case null                                => "null" + Probe.i(0)
    case "one" | "Aa" | "BB"                 => Probe.ref("twins")
    case Words(first, _, rest @ _*)          => first + rest.map(_.length).sum + Probe.i(rest.size)
    case s: String                           => s
    case (a: Int, b: Long) if Probe.l(b) > a => s"pair ${Probe.i(a)} $b"
    case List(1, x, _*)                      => s"list $x"
    case x :: _                              => Probe.ref("head ") + x
    case n: Int                              => small(n)
    case d: Double                           => f"${Probe.d(d)}%.1f".replace(',', '.')
    case array: Array[Int]                   => array.map(_ + 1).mkString("-") + Probe.i(array.length)
    case _                                   => "other"
  }

  private def small(n: Int): String = (Probe.i(n): @switch) match {
    case 0     => "zero"
    case 1 | 2 => "few" + Probe.i(n)
    case 3     => Probe.ref("three")
    case _     => throw new MatchError(Probe.i(n))
  }

  def run(): AnyRef = {
    val (first, second) = (Probe.i(3), Probe.l(4L))
    val exprs = List(Num(8), Num(5), Num(3), Add(Num(1), Mul(Num(4), Num(7))), Mul(Num(1), Nothing0), Nothing0)
    var out = List.empty[Any]
    var left: List[Expr] = exprs
    while (left.nonEmpty) {
      out ::= eval(left.head)
      left = left.tail
    }
    val values = List(null, "BB", "a b cd e", "x", (1, 2L), (3, 2L), List(1, 2), List(5), 2, 3, 0.5, Array(1, 2), 'c')
    var at = values
    while (at.nonEmpty) {
      out ::= text(at.head)
      at = at.tail
    }
    val failed = try text(9) catch { case e: MatchError => "no match " + Probe.i(1) }
    (failed :: first :: second :: out).mkString(", ")
  }
}
