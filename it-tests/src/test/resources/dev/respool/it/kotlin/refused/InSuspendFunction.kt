package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** A function of Kotlin's own coroutines belongs to them. */
@Suspendable
object InSuspendFunction {
    private suspend fun SequenceScope<Int>.two(first: Int) {
        yield(first)
        yield(Probe.i(first + 1))
        Probe.hit("between")
    }

    @JvmStatic
    fun run(): Any? {
        val all = ArrayList<Int>()
        for (n in sequence { two(1) }) {
            all += n
        }
        return all
    }
}
