package dev.respool.benchmarks.kotlin

import dev.respool.benchmarks.Ordinary
import java.util.Random
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn

/**
 * An ordinary program as a user writes it whose methods may suspend: an `Int` that is returned is boxed where Kotlin boxes
 * it, and what may suspend behind an interface is an interface or a function type of Kotlin's, as the JDK's cannot.
 */
internal fun ordinaryProgram(name: Ordinary): suspend () -> Int =
    when (name) {
        Ordinary.RECURSION -> ({ fib(20) })
        Ordinary.LOOP -> ({ smallLoop(100_000) })
        Ordinary.LIST -> ListLoop(1_000, 20)::run
        Ordinary.MAP -> MapLoop(1_000, 4)::run
        Ordinary.ARRAY -> ArrayLoop(20_000)::run
        Ordinary.TWO_NODES -> TwoNodes(50)::run
        Ordinary.EIGHT_NODES -> EightNodes(50)::run
        Ordinary.VISITOR -> Visitors(50)::run
        Ordinary.STRINGS -> Strings(500)::run
        Ordinary.COMPARATOR -> Sorting(500)::run
        Ordinary.DECORATORS -> Decorators(2_000)::run
    }

/** Suspends. No program does, as none has a number below 0. */
private suspend fun pauseAt(number: Int) =
    suspendCoroutineUninterceptedOrReturn<Unit> {
        paused = number
        COROUTINE_SUSPENDED
    }

@Volatile
private var paused = 0

private suspend fun fib(n: Int): Int {
    if (n < 0) pauseAt(n)
    return if (n < 2) n else fib(n - 1) + fib(n - 2)
}

private suspend fun smallLoop(count: Int): Int {
    var sum = 0
    for (i in 0 until count) sum += small(i)
    return sum
}

private suspend fun small(i: Int): Int {
    if (i < 0) pauseAt(i)
    return i xor 0x55
}

private class ListLoop(count: Int, private val rounds: Int) {
    private val numbers: List<Int> = ArrayList((0 until count).toList())

    suspend fun run(): Int {
        var sum = 0
        for (round in 0 until rounds) sum += sum()
        return sum
    }

    private suspend fun sum(): Int {
        var sum = 0
        for (number in numbers) {
            sum += number
            if (number < 0) pauseAt(number)
        }
        return sum
    }
}

private class MapLoop(count: Int, private val rounds: Int) {
    private val numbers: Map<Int, Int> = (0 until count).associateWithTo(HashMap()) { it }

    suspend fun run(): Int {
        var sum = 0
        for (round in 0 until rounds) sum += sum()
        return sum
    }

    private suspend fun sum(): Int {
        var sum = 0
        for (entry in numbers.entries) {
            sum += entry.key + entry.value
            if (entry.key < 0) pauseAt(entry.key)
        }
        return sum
    }
}

private class ArrayLoop(count: Int) {
    private val numbers = IntArray(count) { it }
    private val scale = Scale(31)

    suspend fun run(): Int {
        var sum = 0
        for (number in numbers) sum += scale.of(number)
        return sum
    }

    private open class Scale(private val factor: Int) {
        open suspend fun of(number: Int): Int {
            if (number < 0) pauseAt(number)
            return number * factor xor (number ushr 3)
        }
    }
}

private interface Node {
    suspend fun value(variables: IntArray): Int
}

private class TwoNodes(private val rounds: Int) {
    private val sum = sum(7, 0)

    suspend fun run(): Int {
        val variables = IntArray(4)
        var total = 0
        for (round in 0 until rounds) {
            variables[1] = round
            total += sum.value(variables)
        }
        return total
    }

    private fun sum(depth: Int, number: Int): Node =
        if (depth == 0) {
            PausingVariable(number and 3)
        } else {
            Sum(sum(depth - 1, 2 * number), sum(depth - 1, 2 * number + 1))
        }

    private class PausingVariable(private val index: Int) : Node {
        override suspend fun value(variables: IntArray): Int {
            val value = variables[index]
            if (value < 0) pauseAt(value)
            return value
        }
    }
}

private class EightNodes(private val rounds: Int) {
    private val expression = expression(Random(4), 7)

    suspend fun run(): Int {
        val variables = intArrayOf(1, 2, 3, 4)
        var total = 0
        for (round in 0 until rounds) {
            variables[1] = round
            total += expression.value(variables)
        }
        return total
    }

    private fun expression(random: Random, depth: Int): Node {
        if (depth == 0) {
            return if (random.nextBoolean()) Constant(random.nextInt(9)) else Variable(random.nextInt(4))
        }
        val below = depth - 1
        return when (random.nextInt(6)) {
            0 -> Sum(expression(random, below), expression(random, below))
            1 -> Product(expression(random, below), expression(random, below))
            2 -> Choice(expression(random, below), expression(random, below), expression(random, below))
            3 -> Stop(expression(random, below))
            4 -> Negation(expression(random, below))
            else -> Remainder(expression(random, below), expression(random, below))
        }
    }
}

private class Constant(private val value: Int) : Node {
    override suspend fun value(variables: IntArray): Int = value
}

private class Variable(private val index: Int) : Node {
    override suspend fun value(variables: IntArray): Int = variables[index]
}

private class Sum(private val left: Node, private val right: Node) : Node {
    override suspend fun value(variables: IntArray): Int = left.value(variables) + right.value(variables)
}

private class Product(private val left: Node, private val right: Node) : Node {
    override suspend fun value(variables: IntArray): Int = left.value(variables) * right.value(variables)
}

private class Choice(private val condition: Node, private val yes: Node, private val no: Node) : Node {
    override suspend fun value(variables: IntArray): Int =
        if (condition.value(variables) > 0) yes.value(variables) else no.value(variables)
}

private class Stop(private val node: Node) : Node {
    override suspend fun value(variables: IntArray): Int {
        if (variables[0] < 0) pauseAt(variables[0])
        return node.value(variables)
    }
}

private class Negation(private val node: Node) : Node {
    override suspend fun value(variables: IntArray): Int = -node.value(variables)
}

private class Remainder(private val left: Node, private val right: Node) : Node {
    override suspend fun value(variables: IntArray): Int {
        val divisor = right.value(variables)
        return if (divisor == 0) 0 else left.value(variables) % divisor
    }
}

private class Visitors(private val rounds: Int) {
    private val expression = expression(6, 0)

    suspend fun run(): Int {
        var total = 0
        for (round in 0 until rounds) total += expression.accept(Value(round)) xor expression.accept(Height())
        return total
    }

    private fun expression(depth: Int, number: Int): Visited {
        if (depth == 0) return Leaf(number)
        val left = expression(depth - 1, number)
        val right = expression(depth - 1, number + depth)
        return if (depth % 2 == 0) VisitedSum(left, right) else VisitedProduct(left, right)
    }
}

private interface Visited {
    suspend fun accept(visitor: Visitor): Int
}

private class Leaf(val number: Int) : Visited {
    override suspend fun accept(visitor: Visitor): Int = visitor.leaf(this)
}

private class VisitedSum(val left: Visited, val right: Visited) : Visited {
    override suspend fun accept(visitor: Visitor): Int = visitor.sum(this)
}

private class VisitedProduct(val left: Visited, val right: Visited) : Visited {
    override suspend fun accept(visitor: Visitor): Int = visitor.product(this)
}

private interface Visitor {
    suspend fun leaf(leaf: Leaf): Int

    suspend fun sum(sum: VisitedSum): Int

    suspend fun product(product: VisitedProduct): Int
}

private class Value(private val added: Int) : Visitor {
    override suspend fun leaf(leaf: Leaf): Int {
        if (leaf.number < 0) pauseAt(leaf.number)
        return leaf.number + added
    }

    override suspend fun sum(sum: VisitedSum): Int = sum.left.accept(this) + sum.right.accept(this)

    override suspend fun product(product: VisitedProduct): Int = product.left.accept(this) * product.right.accept(this)
}

private class Height : Visitor {
    override suspend fun leaf(leaf: Leaf): Int {
        if (leaf.number < 0) pauseAt(leaf.number)
        return 1
    }

    override suspend fun sum(sum: VisitedSum): Int = 1 + maxOf(sum.left.accept(this), sum.right.accept(this))

    override suspend fun product(product: VisitedProduct): Int =
        1 + maxOf(product.left.accept(this), product.right.accept(this))
}

private class Strings(count: Int) {
    private val words = Array(count) { "word \"$it\"" }

    suspend fun run(): Int {
        val text = StringBuilder()
        for (i in words.indices) {
            if (i > 0) text.append(", ")
            quote(text, words[i], i)
        }
        return text.toString().hashCode()
    }

    private suspend fun quote(text: StringBuilder, word: String, number: Int) {
        if (number < 0) pauseAt(number)
        text.append('"')
        for (character in word) append(text, character, number)
        text.append('"')
    }

    private suspend fun append(text: StringBuilder, character: Char, number: Int) {
        if (number < 0) pauseAt(number)
        if (character == '"') text.append('\\')
        text.append(character)
    }
}

private class Sorting(count: Int) {
    private val numbers = Array(count) { it * 7_919 % count }

    suspend fun run(): Int {
        val sorted = numbers.clone()
        sort(sorted, 0, sorted.size, numbers.clone(), ::compareDown)
        var hash = 0
        for (number in sorted) hash = 31 * hash + number
        return hash
    }

    private suspend fun compareDown(one: Int, other: Int): Int {
        if (one < 0) pauseAt(one)
        return other.compareTo(one)
    }

    private suspend fun sort(
        array: Array<Int>,
        from: Int,
        to: Int,
        room: Array<Int>,
        order: suspend (Int, Int) -> Int,
    ) {
        if (to - from > 1) {
            val middle = (from + to) ushr 1
            sort(array, from, middle, room, order)
            sort(array, middle, to, room, order)
            merge(array, from, middle, to, room, order)
        }
    }

    private suspend fun merge(
        array: Array<Int>,
        from: Int,
        middle: Int,
        to: Int,
        room: Array<Int>,
        order: suspend (Int, Int) -> Int,
    ) {
        System.arraycopy(array, from, room, from, to - from)
        var left = from
        var right = middle
        for (i in from until to) {
            val isLeft = right == to || left < middle && order(room[left], room[right]) <= 0
            array[i] = if (isLeft) room[left++] else room[right++]
        }
    }
}

private class Decorators(private val count: Int) {
    private var calls = 0
    private val chain = counted(retried(bounded(counted(retried(bounded(::answer))))))

    suspend fun run(): Int {
        calls = 0
        var sum = 0
        for (i in 0 until count) sum += chain(i)
        return sum xor calls
    }

    private suspend fun answer(number: Int): Int {
        if (number < 0) pauseAt(number)
        return number xor 0x55
    }

    private fun counted(next: suspend (Int) -> Int): suspend (Int) -> Int = { number ->
        calls++
        next(number)
    }

    private fun retried(next: suspend (Int) -> Int): suspend (Int) -> Int = { number ->
        var attempt = 1
        var answer: Int? = null
        while (answer == null) {
            try {
                answer = next(number)
            } catch (e: IllegalStateException) {
                if (attempt++ == 3) throw e
            }
        }
        answer
    }

    private fun bounded(next: suspend (Int) -> Int): suspend (Int) -> Int = { number ->
        minOf(next(number), 1 shl 20)
    }
}
