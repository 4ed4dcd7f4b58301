package dev.respool.it.targets.scala2

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** `try`, `if` and `match` in arguments, which scalac lifts out where the stack is not empty; nested `new`. */
@Suspendable
object TryExpressions {
  final class Node(val a: Long, val b: Node, val c: Double, val d: String) {
    override def toString: String = s"($a $b $c $d)"
  }

  private def parsed(text: String): Int = Integer.parseInt(Probe.ref(text))

  private def nested(text: String): Node = new Node(
    Probe.l(1L),
    new Node(
      2L,
      if (Probe.b(text.isEmpty)) null
      else new Node(
        Probe.l(3L) + (try parsed(text) catch { case _: NumberFormatException => Probe.i(-1) } finally Probe.hit("inner")),
        null,
        Probe.d(0.25),
        text match { case "1" => Probe.ref("one"); case _ => "other" }),
      try Probe.d(2.5) finally Probe.hit("middle"),
      "middle"),
    Probe.d(3.5),
    try text + parsed(text) catch { case e: NumberFormatException => e.getClass.getSimpleName + Probe.i(0) })

  private def below(text: String): Double =
    Probe.l(10L) * Probe.d(0.5) + Probe.i(2) * (try parsed(text) catch { case e: NumberFormatException => return Probe.d(-1.0) })

  private def closed(text: String): String = {
    var seen = ""
    try {
      try seen += parsed(text)
      catch {
        case e: NumberFormatException if Probe.b(text == "x") => seen += "x" + Probe.i(1)
        case e: IllegalStateException                         => seen += "never"
      } finally seen += Probe.ref("f")
    } catch {
      case e: IllegalArgumentException => seen += Probe.ref("outer")
    }
    seen
  }

  def run(): AnyRef = {
    var all = List.empty[Any]
    var texts = List("1", "x", "")
    while (texts.nonEmpty) {
      all :::= List[Any](nested(texts.head), below(texts.head), closed(texts.head))
      texts = texts.tail
    }
    val thrown = try throw new IllegalStateException(Probe.ref("why"), new RuntimeException(Probe.ref("cause")))
    catch { case e: Exception => e.getMessage + e.getCause.getMessage }
    (thrown :: all).mkString(", ")
  }
}
