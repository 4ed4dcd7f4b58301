package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** String templates by invokedynamic, unsigned numbers, ranges and progressions, primitives of all kinds. */
@Suspendable
object Texts {
    private fun kinds(): String {
        val b: Byte = Probe.octet(1)
        val s: Short = Probe.small(2)
        val c: Char = Probe.letter('c')
        val f: Float = Probe.f(1.5f)
        val u: UInt = Probe.i(-1).toUInt()
        val ul: ULong = Probe.l(-2L).toULong()
        return "$b ${Probe.i(s.toInt())} $c$f ${u + Probe.i(3).toUInt()} ${ul / 2UL} ${Probe.d(2.5)}"
    }

    private fun ranges(): List<Any> {
        val all = ArrayList<Any>()
        for (i in 0 until Probe.i(6) step 2) all.add(Probe.i(i))
        for (c in 'c' downTo 'a') all.add(Probe.letter(c))
        for (l in 1L..Probe.l(2)) all.add(l)
        for ((i, c) in "xy".withIndex()) all.add("$i${Probe.letter(c)}")
        val array = IntArray(3) { Probe.i(it * it) }
        for (i in array.indices) array[i] += Probe.i(array[i])
        all.add(array.joinToString())
        val grid = Array(2) { row -> LongArray(2) { column -> Probe.l((row + column).toLong()) } }
        grid[Probe.i(1)][1] *= 2L + Probe.i(3)
        all.add(grid.joinToString { it.joinToString("-") })
        return all
    }

    @JvmStatic
    fun run(): Any? = listOf(kinds(), ranges(), "${Probe.ref("a")}${Probe.i(1)}" + "$" + Probe.l(3) + """ raw ${Probe.b(true)}""")
}
