package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** `try`, `if` and `when` as arguments, which kotlinc spills, of calls and of nested constructors. */
@Suspendable
object TryInArguments {
    @Suspendable
    class Node(val a: Long, val b: Node?, val c: Double, val d: String)

    private fun parsed(text: String): Int = Integer.parseInt(Probe.ref(text))

    private fun show(node: Node?): String = if (node == null) "-" else "(${node.a} ${show(node.b)} ${node.c} ${node.d})"

    private fun nested(text: String): Node = Node(
        Probe.l(1),
        Node(
            2,
            if (Probe.b(text.isEmpty())) null else Node(
                Probe.l(3) + try { parsed(text) } catch (e: NumberFormatException) { Probe.i(-1) } finally { Probe.hit("inner") },
                null,
                Probe.d(0.25),
                when (text) { "1" -> Probe.ref("one"); else -> "other" },
            ),
            try { Probe.d(2.5) } finally { Probe.hit("middle") },
            "middle",
        ),
        Probe.d(3.5),
        try { text + parsed(text) } catch (e: NumberFormatException) { e.javaClass.simpleName + Probe.i(0) },
    )

    private fun below(text: String): Double {
        return Probe.l(10) * Probe.d(0.5) + Probe.i(2) * (try { parsed(text) } catch (e: NumberFormatException) { return Probe.d(-1.0) })
    }

    private fun thrown(): String = try {
        throw IllegalStateException(Probe.ref("outer"), RuntimeException(try { "" + parsed("x") } catch (e: Exception) { Probe.ref("cause") }))
    } catch (e: IllegalStateException) {
        e.message + e.cause?.message
    }

    @JvmStatic
    fun run(): Any? {
        val all = ArrayList<Any?>()
        for (text in listOf("1", "x", "")) {
            all.add(show(nested(text)))
            all.add(below(text))
        }
        all.add(thrown())
        val pair = Pair(Probe.i(1), try { Pair(parsed("4"), Probe.l(5)) } catch (e: Exception) { null })
        all.add(pair.first + (pair.second?.first ?: 0))
        all.add(arrayOf(try { parsed("y") } catch (e: Exception) { Probe.i(8) }, Probe.i(9)).toList())
        return all
    }
}
