package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Functions inside functions, and the variables that they and lambdas share. */
@Suspendable
object LocalFunctions {
    private fun permutations(text: String): List<String> {
        val found = ArrayList<String>()
        var calls = 0
        fun permute(head: String, tail: String) {
            calls += Probe.i(1)
            if (tail.isEmpty()) {
                found.add(head)
                return
            }
            for (i in tail.indices) permute(head + tail[i], tail.removeRange(i, i + 1))
        }
        permute("", text)
        return found + calls.toString()
    }

    private tailrec fun gcd(a: Int, b: Int): Int = if (b == 0) a else gcd(b, Probe.i(a % b))

    private fun factorial(n: Int): Long {
        tailrec fun step(left: Int, product: Long): Long = if (left <= 1) product else step(left - 1, Probe.l(product) * left)
        return step(n, 1)
    }

    private fun counter(start: Int): () -> Int {
        var value = start
        var total = 0.0
        fun next(): Int {
            total += Probe.d(0.5)
            return value++
        }
        return { next() + Probe.i(total.toInt()) }
    }

    @JvmStatic
    fun run(): Any? {
        val next = counter(Probe.i(5))
        val numbers = listOf(next(), next(), next())
        return listOf(permutations("abc"), gcd(48, 18), factorial(5), numbers)
    }
}
