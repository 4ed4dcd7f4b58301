package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** `when`, elvis, safe calls, smart casts, calls that return nothing, labels. */
@Suspendable
object Branches {
    enum class Colour { RED, GREEN, BLUE }

    @Suspendable
    sealed interface Shape

    @Suspendable
    class Circle(val radius: Double) : Shape

    @Suspendable
    class Square(val side: Double, val inner: Shape? = null) : Shape

    private fun fail(why: String): Nothing {
        Probe.hit("failing $why")
        throw IllegalArgumentException(why)
    }

    private fun area(shape: Shape?): Double = when (shape) {
        null -> fail("no shape")
        is Circle -> Probe.d(3.0) * shape.radius * shape.radius
        is Square -> shape.side * Probe.d(shape.side) - (shape.inner?.let { area(it) } ?: Probe.d(0.0))
    }

    private fun word(value: Any?): String {
        return when {
        value is String && Probe.b(value.length > 2) -> "long " + value.uppercase()
        value is Int -> when (Probe.i(value)) {
            in 0..9 -> "digit"
            10, 20, 30 -> "ten"
            !in 0..99 -> "large"
            else -> "number"
        }
        value is Colour -> when (Probe.ref(value)) {
            Colour.RED -> "warm"
            Colour.GREEN, Colour.BLUE -> "cold"
        }
        else -> when (value?.toString()) {
            "a" -> Probe.ref("letter")
            "Aa", "BB" -> Probe.ref("twins")
            else -> value as? String ?: return "nothing" + Probe.i(1)
        }
        }
    }

    private fun collatz(start: Int?): Int {
        var n = start ?: fail("no start")
        var steps = 0
        do {
            n = if (n % 2 == 0) n / 2 else 3 * n + Probe.i(1)
            if (++steps > 50) break
        } while (n != 1)
        return steps
    }

    @JvmStatic
    fun run(): Any? {
        val all = ArrayList<Any?>()
        all.add(area(Square(5.0, Square(2.0, Circle(0.5)))))
        all.add(listOf("text", "a", "BB", "zz", 3, 20, 40, 400, Colour.RED, Colour.BLUE, null).map { word(it) })
        all.add(collatz(6))
        all.add(try { collatz(null) } catch (e: IllegalArgumentException) { Probe.ref(e.message) })
        val unknown: Square? = if (Probe.b(false)) Square(1.0) else null
        all.add(unknown?.inner?.let { area(it) } ?: Probe.ref("none"))
        all.add(try { area(unknown) } catch (e: IllegalArgumentException) { Probe.ref(e.message) })
        return all
    }
}
