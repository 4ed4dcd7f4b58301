package dev.respool.it.targets.scala2

import java.util.function.Supplier

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Functions that do nothing but call others, and anonymous classes; marks on methods only. */
object NestedFunctions {
  /** A mark that an unmarked method's function gets from its interface. */
  @Suspendable
  private trait Step {
    def go(): Any
  }

  @Suspendable
  private def traced[T](inner: () => T): () => T = () => {
    val result = inner()
    Probe.hit("traced")
    result
  }

  private def unmarked(inner: () => String): Step = () => {
    val outer = () => () => inner()
    val local = new Supplier[String] {
      override def get(): String = outer()() + inner()
    }
    local.get()
  }

  @Suspendable
  private def joined(inner: () => String, text: => String): String => String = prefix => {
    val supplier: Supplier[String] = () => prefix + text
    supplier.get() + inner()
  }

  @Suspendable
  def run(): AnyRef = {
    val ask = () => Probe.ref("a")
    val inner: () => String = () => ask()
    val twice: (() => String) => () => String = f => () => f() + f()
    Array[Any](inner(), twice(() => Probe.ref("b"))(), traced(() => Probe.ref("c"))(), unmarked(() => Probe.ref("d")).go(),
      joined(() => Probe.ref("g"), Probe.ref("e"))("f")).mkString(" ")
  }
}
