package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Lambdas of inline functions: no call is left, and a return in them leaves the function around. */
@Suspendable
object InlineLambdas {
    private inline fun <T> watched(name: String, body: (Int) -> T): T {
        Probe.hit("enter $name")
        try {
            return body(Probe.i(name.length))
        } finally {
            Probe.hit("leave $name")
        }
    }

    private inline fun <reified T> only(values: List<Any>, found: (T) -> Unit) {
        for (value in values) if (value is T) found(value)
    }

    private fun firstAbove(limit: Int, values: List<Int>): Int? {
        values.forEachIndexed { index, value ->
            watched("at $index") { length ->
                if (Probe.i(value) > limit) return value + length
            }
        }
        return null
    }

    private fun labels(): List<String> {
        val seen = ArrayList<String>()
        outer@ for (i in 0..2) {
            repeat(3) inner@{ j ->
                if (Probe.i(i * j) == 1) return@inner
                if (j == 2) seen.add("done $i")
            }
            if (i == Probe.i(1)) continue@outer
            seen.add("end $i")
        }
        return seen
    }

    @JvmStatic
    fun run(): Any? {
        val all = ArrayList<Any?>()
        all.add(firstAbove(4, listOf(1, 5, 9)))
        all.add(firstAbove(9, listOf(1)))
        all.add(labels())
        all.add(listOf(3, 1, 2).map { Probe.i(it) * 2 }.filter { Probe.b(it > 2) }.sumOf { Probe.l(it.toLong()) })
        only<String>(listOf(1, "two", 3.0, "four")) { all.add(Probe.ref(it)) }
        all.add("text".let { Probe.ref(it) + Probe.i(1) }.also { Probe.hit(it) }.run { length + Probe.i(2) })
        all.add(StringBuilder().apply { append(Probe.d(0.5)).append(Probe.l(2L)) }.toString())
        return all
    }
}
