package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe
import java.util.function.IntSupplier
import java.util.function.Supplier

/** Functions that do nothing but call others, to any depth, and local classes; marks on methods only. */
object NestedLambdas {
    /** A mark that an unmarked method's lambda gets from its interface. */
    @Suspendable
    private fun interface Step {
        fun go(): Any?
    }

    @Suspendable
    private fun <T> traced(inner: () -> T): () -> T = {
        val result = inner()
        Probe.hit("traced")
        result
    }

    private fun unmarked(inner: () -> Int) = Step {
        val outer = { { inner() } }
        val nested = IntSupplier {
            val again = IntSupplier { outer()() + Probe.i(1) }
            again.asInt
        }
        val local = object : Supplier<Int> {
            private val first = nested.asInt

            override fun get(): Int = first + inner()
        }
        local.get()
    }

    @Suspendable
    private fun counted(next: () -> Int): Iterator<Int> {
        class Counted(private var left: Int) : Iterator<Int> {
            override fun hasNext(): Boolean = left > 0

            override fun next(): Int {
                left--
                return next.invoke()
            }
        }
        return Counted(2)
    }

    @Suspendable
    private fun sum(numbers: Iterator<Int>): Int {
        var sum = 0
        while (numbers.hasNext()) sum += numbers.next()
        return sum
    }

    @JvmStatic
    @Suspendable
    fun run(): Any? {
        val ask = { Probe.i(1) }
        val inner: () -> Int = { ask() }
        val referred: () -> Int = inner::invoke
        val supplier = Supplier(inner)
        val twice: (() -> Int) -> () -> Int = { f -> { f() * 2 } }
        return listOf(inner(), referred(), supplier.get(), twice { Probe.i(2) }(), traced { Probe.i(3) }(), unmarked { Probe.i(4) }.go(), sum(counted { Probe.i(5) }))
    }
}
