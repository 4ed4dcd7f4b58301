package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Defaults: a synthetic method, or constructor, with a mask of what was left out. */
@Suspendable
object DefaultArguments {
    @Suspendable
    class Parts internal constructor(
        val first: Int = 1,
        val second: Long = first + 1L,
        val third: String = "third ${second / 2.0}",
    ) {
        var later = Probe.i(9)

        init {
            later += Probe.i(first)
        }

        fun sum(a: Int = Probe.i(first), b: Long = Probe.l(a + second), vararg more: Int): Long {
            var sum = a + b
            for (part in more) sum += Probe.i(part)
            return sum
        }

        @Suspendable
        open class Base {
            open fun named(name: String = Probe.ref("base")): String = "Base $name"
        }

        @Suspendable
        class Derived : Base() {
            override fun named(name: String): String = super.named(name) + Probe.ref(" derived")
        }
    }

    private fun made(first: Int, second: Long = Probe.l(7)) = Parts(first, second)

    @JvmStatic
    fun run(): Any? {
        val one = Parts()
        val two = Parts(second = Probe.l(5), first = Probe.i(4))
        val three = made(6)
        val sums = listOf(one.sum(), two.sum(b = 3), three.sum(1, 2, 3, *intArrayOf(4, Probe.i(5))))
        val names = listOf(Parts.Base().named(), Parts.Derived().named(), Parts.Derived().named("x"))
        return listOf(one, two, three).map { "${it.first} ${it.second} ${it.third} ${it.later}" } + sums + names
    }
}
