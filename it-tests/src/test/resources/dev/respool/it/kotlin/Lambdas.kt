package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

@Suspendable
private fun Int.plusProbe(other: Long): Long = this + Probe.l(other)

/** Lambdas that stay: made by invokedynamic, of Kotlin's and the JDK's types, references, objects. */
@Suspendable
object Lambdas {
    @Suspendable
    fun interface Step {
        fun go(value: Int): Int
    }

    private fun <A, B, C> composed(f: (A) -> B, g: (B) -> C): (A) -> C = { g(f(it)) }

    private fun twice(step: Step, value: Int) = step.go(step.go(value))

    private fun half(value: Int): Double = Probe.d(value / 2.0)

    private fun build(body: StringBuilder.() -> Unit): String = StringBuilder().also { it.body() }.toString()

    private fun sum(vararg parts: () -> Int): Int {
        var sum = 0
        for (part in parts) sum += part()
        return sum
    }

    @JvmStatic
    fun run(): Any? {
        val all = ArrayList<Any?>()
        val plus: (Int) -> Int = { Probe.i(it) + 1 }
        all.add(composed(plus, ::half)(Probe.i(5)))
        all.add(twice({ Probe.i(it) * 3 }, 2))
        all.add(twice(Step { value -> plus(value) }, 2))
        all.add(twice(object : Step {
            var steps = Probe.i(0)
            override fun go(value: Int): Int = value + Probe.i(++steps)
        }, 2))
        val bound = 4::plusProbe
        all.add(bound(Probe.l(6)))
        all.add((Int::plusProbe)(Probe.i(7), 8))
        all.add(build {
            append(Probe.i(1))
            append("-${Probe.l(2)}")
        })
        all.add(sum({ Probe.i(1) }, { plus(2) }, *arrayOf({ 3 }, { Probe.i(4) })))
        val many: (Int, Long, Double, String, Boolean) -> String = { a, b, c, d, e -> "${Probe.i(a)} ${Probe.l(b)} ${Probe.d(c)} ${Probe.ref(d)} ${Probe.b(e)}" }
        all.add(many(1, 2, 3.0, "four", true))
        val supplier = java.util.function.Supplier { Probe.ref("supplied") }
        all.add(supplier.get())
        all.add(fun(x: Int): Int { return if (x > 1) Probe.i(x) else 0 }(2))
        all.add(try { run { Probe.raise(IllegalStateException("from a lambda")) } } catch (e: IllegalStateException) { e.message })
        return all
    }
}
