package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Marks on methods only: lambdas, defaults and accessors have no place for one. */
object MarkedMethods {
    private class Counter(private val base: Int) {
        private var count = 0

        @Suspendable
        fun counted(by: Int = Probe.i(base)): Int {
            count += by
            return Probe.i(count)
        }

        @Suspendable
        fun total(): Int {
            val add: (Int) -> Int = { counted() + counted(it) }
            return add(1) + add(Probe.i(2))
        }
    }

    @JvmStatic
    @Suspendable
    fun run(): Any? {
        val one = Counter(Probe.i(1))
        val deep: () -> () -> Int = { { one.counted() } }
        return listOf(one.total(), deep()(), one.counted(Probe.i(4)))
    }
}
