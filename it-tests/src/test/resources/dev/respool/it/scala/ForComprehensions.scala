package dev.respool.it.targets.scala2

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Comprehensions and closures over a collection of our own, whose methods may suspend. */
@Suspendable
object ForComprehensions {
  @Suspendable
  final class Chain[+A](items: Vector[A]) {
    def map[B](f: A => B): Chain[B] = {
      val out = Vector.newBuilder[B]
      foreach(item => out += f(item))
      new Chain(out.result())
    }

    def flatMap[B](f: A => Chain[B]): Chain[B] = {
      var out = Vector.empty[B]
      foreach(item => out = out ++ f(item).all)
      new Chain(out)
    }

    def withFilter(p: A => Boolean): Chain[A] = {
      val iterator = items.iterator
      var kept = Vector.empty[A]
      while (iterator.hasNext) {
        val item = iterator.next()
        if (p(item)) kept :+= item
      }
      new Chain(kept)
    }

    def foreach(f: A => Unit): Unit = {
      var i = 0
      while (i < items.length) {
        f(items(i))
        i += 1
      }
    }

    def all: Vector[A] = items
  }

  def run(): AnyRef = {
    val words = new Chain(Vector("a", "bc", "def"))
    val pairs = for {
      word <- words
      if Probe.b(word.length > 1)
      (letter, index) <- new Chain(word.toVector.map(_.toString).zipWithIndex)
      twice = letter + Probe.ref(letter)
      if index < Probe.i(2)
    } yield twice + word
    var total = 0L
    for (word <- words; other <- words) total += Probe.l(word.length.toLong) * other.length
    pairs.all.mkString(" ") + " " + total
  }
}
