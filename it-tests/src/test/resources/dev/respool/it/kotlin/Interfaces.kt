package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Bodies in interfaces, of which kotlinc makes static methods of a nested class; delegation; companions. */
@Suspendable
object Interfaces {
    @Suspendable
    interface Named {
        val name: String get() = Probe.ref("unnamed")
        fun greet(other: String, times: Int = Probe.i(2)): String = "$name greets $other ${Probe.i(times)}"
    }

    @Suspendable
    interface Loud {
        fun greet(other: String, times: Int): String = Probe.ref(other).uppercase()
    }

    @Suspendable
    class Plain : Named

    @Suspendable
    class Both(override val name: String) : Named, Loud {
        override fun greet(other: String, times: Int): String = super<Named>.greet(other, times) + super<Loud>.greet(other, times)
    }

    @Suspendable
    class Delegating(private val to: Named) : Named by to {
        fun more() = greet("more") + Probe.i(1)
    }

    @Suspendable
    class WithCompanion private constructor(val id: Int) {
        companion object {
            var next = 10

            @Suspendable
            operator fun invoke(): WithCompanion = WithCompanion(Probe.i(next++))
        }

        inner class Part(val of: String) {
            @Suspendable
            fun text() = "$of of ${Probe.i(id)}"
        }
    }

    private val String.probed: String get() = Probe.ref(this)
    private infix fun Int.joined(other: Int): List<Int> = listOf(Probe.i(this), Probe.i(other))

    @JvmStatic
    fun run(): Any? {
        val all = ArrayList<Any?>()
        WithCompanion.next = Probe.i(20)
        all.add(Plain().greet("you"))
        all.add(Both(Probe.ref("both")).greet("them"))
        all.add(Delegating(Both("to")).more())
        all.add(WithCompanion().id + WithCompanion().Part("part").text().length)
        all.add(WithCompanion().Part(Probe.ref("arm")).text())
        all.add("text".probed)
        all.add(1 joined 2)
        return all
    }
}
