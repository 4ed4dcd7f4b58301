package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Kotlin's own coroutines beside ours: what suspends them is not ours to touch. */
@Suspendable
object Sequences {
    private fun numbers(from: Int): Sequence<Int> = sequence {
        var next = from
        while (true) {
            yield(next)
            next = next * 2 + tail(next)
        }
    }

    private suspend fun SequenceScope<Int>.tail(n: Int): Int = if (n > 3) 1 else 0

    @JvmStatic
    fun run(): Any? {
        val all = ArrayList<Any?>()
        for (n in numbers(Probe.i(1))) {
            if (Probe.i(n) > 20) break
            all.add(n)
        }
        val iterator = numbers(3).iterator()
        all.add(iterator.next() + Probe.i(1) + iterator.next() * Probe.i(2))
        return all
    }
}
