package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Data classes, destructuring, copies, value classes, delegated properties and interfaces. */
@Suspendable
object DataClasses {
    @Suspendable
    data class Point(val x: Int, val y: Long = 2, val name: String? = null) {
        val norm: Long get() = Probe.i(x) + Probe.l(y)

        operator fun plus(other: Point) = copy(x = x + Probe.i(other.x), y = y + other.y)

        operator fun get(index: Int): Long = if (Probe.i(index) == 0) x.toLong() else y
    }

    @JvmInline
    value class Metres(val value: Double)

    private fun twice(length: Metres): Metres = Metres(Probe.d(length.value) * 2)

    @Suspendable
    class Counted<T>(private var value: T) {
        private var reads = 0

        operator fun getValue(owner: Any?, property: Any?): T {
            reads += Probe.i(1)
            return value
        }

        operator fun setValue(owner: Any?, property: Any?, next: T) {
            value = Probe.ref(next)
        }

        override fun toString() = "$value after $reads"
    }

    @Suspendable
    private class Holder {
        lateinit var late: Point
        val counted = Counted(Probe.ref("one"))
    }

    @Suspendable
    private class Countdown(val from: Int) {
        operator fun iterator() = Steps(from)
    }

    @Suspendable
    private class Steps(var left: Int) {
        operator fun hasNext(): Boolean = Probe.b(left > 0)
        operator fun next(): Point = Point(left--, name = "step")
    }

    @JvmStatic
    fun run(): Any? {
        val all = ArrayList<Any?>()
        val (x, y, name) = Point(Probe.i(1), name = Probe.ref("p"))
        all.add("$x $y $name")
        val sum = Point(3, 4) + Point(Probe.i(5), Probe.l(6)).copy(name = Probe.ref("q"))
        all.add(sum.toString() + sum.norm + sum[0] + sum[1] + (sum == Point(8, 10)) + sum.hashCode())
        for ((left, _, what) in Countdown(2)) all.add(what + Probe.i(left))
        for ((index, value) in listOf("a", "b").withIndex()) all.add(value + Probe.i(index))
        all.add(twice(twice(Metres(Probe.d(1.5)))).value)
        var text by Counted("start")
        text += Probe.ref(" more")
        all.add(text)
        val holder = Holder()
        try {
            all.add(holder.late.x)
        } catch (e: UninitializedPropertyAccessException) {
            all.add(Probe.ref(e.message))
        }
        holder.late = Point(7, name = null)
        all.add(holder.late.norm)
        all.add(holder.counted.getValue(null, null) + holder.counted)
        return all
    }
}
