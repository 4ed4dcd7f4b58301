package dev.respool.benchmarks.kotlin

import dev.respool.benchmarks.IntSource
import dev.respool.benchmarks.Ordinary
import dev.respool.benchmarks.Peer
import dev.respool.benchmarks.Tree
import java.util.function.IntSupplier
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.startCoroutineUninterceptedOrReturn

/** Kotlin's own coroutines by their intrinsics, without a library: what the fastest libraries of Kotlin are made of. */
public class KotlinPeer : Peer {
    override fun name(): String = "kotlin"

    override fun generator(depth: Int): IntSource =
        if (depth == 1) {
            RawCoroutine {
                var element = 0
                while (true) yield(element++)
            }
        } else {
            RawCoroutine {
                generate(this, depth - 1)
                value = depth
            }
        }

    override fun walk(root: Tree): Int {
        val elements = RawCoroutine { walk(root, this) }
        var hash = 0
        elements.advance()
        while (!elements.isDone) {
            hash = 31 * hash + elements.value
            elements.advance()
        }
        return hash
    }

    override fun fib(n: Int): Int = resultOf { fib(this, n) }

    override fun loop(n: Int): Int =
        resultOf {
            var sum = 0
            for (i in 0 until n) sum += small(this, i)
            value = sum
        }

    override fun ordinary(program: Ordinary): IntSupplier {
        val body = ordinaryProgram(program)
        return IntSupplier { body.startCoroutineUninterceptedOrReturn(Unreached) as Int }
    }

    override fun createAndFinish(x: Int): Int {
        val body: suspend () -> Int = { x + 1 }
        return body.startCoroutineUninterceptedOrReturn(Unreached) as Int
    }

    override fun createAndYield(x: Int): Int {
        val coroutine =
            RawCoroutine {
                yield(x)
                value = x + 1
            }
        coroutine.advance()
        val yielded = coroutine.value
        coroutine.advance()
        return yielded + coroutine.value
    }

    override fun park(depth: Int): Any {
        val coroutine =
            RawCoroutine {
                val own = value + 1
                if (depth > 1) hold(this, depth - 1) else yield(own)
                value = own + depth
            }
        coroutine.advance()
        return coroutine
    }

    override fun skynet(leaves: Int): Long {
        val queue = RunQueue()
        val sums = Rendezvous(queue)
        startNode(queue, sums, 0, leaves)
        var sum = 0L
        queue.start {
            sums.receive(this)
            sum = value
        }
        queue.run()
        return sum
    }

    override fun pingPong(messages: Int): Int {
        val queue = RunQueue()
        val there = Rendezvous(queue)
        val back = Rendezvous(queue)
        var last = -1L
        queue.start {
            for (i in 0 until messages / 2) {
                there.send(this, last + 1)
                back.receive(this)
                last = value
            }
        }
        queue.start {
            for (i in 0 until messages / 2) {
                there.receive(this)
                back.send(this, value + 1)
            }
        }
        queue.run()
        return last.toInt()
    }

    override fun pollute() {
        val kinds = manyKinds<RawCoroutine, RawCoroutine>({ RawCoroutine(it) }, { yield(it) })
        for (round in 1..POLLUTION) {
            for (kind in kinds) kind.advance()
        }
    }
}

/** The completion of a body that does not suspend: its result is returned to whoever starts it. */
private object Unreached : Continuation<Int> {
    override val context get() = EmptyCoroutineContext

    override fun resumeWith(result: Result<Int>) = error("The body has suspended")
}

/** What a body leaves in its coroutine's value. */
private fun resultOf(body: suspend RawCoroutine.() -> Unit): Int = RawCoroutine(body).next()

private suspend fun generate(g: RawCoroutine, depth: Int) {
    if (depth > 1) {
        generate(g, depth - 1)
        g.value = depth
    } else {
        var element = 0
        while (true) g.yield(element++)
    }
}

/** Without a state machine, as its one call is a tail call: for an absent subtree it allocates nothing. */
private suspend fun walk(node: Tree?, g: RawCoroutine) {
    if (node != null) return walkPresent(node, g)
}

private suspend fun walkPresent(node: Tree, g: RawCoroutine) {
    walk(node.left, g)
    g.yield(node.value)
    walk(node.right, g)
}

/** Leaves the number in the coroutine's value, as an `Int` that is returned would be boxed. */
private suspend fun fib(g: RawCoroutine, n: Int) {
    if (n < 2) {
        if (n < 0) g.yield(n)
        g.value = n
        return
    }
    fib(g, n - 1)
    val first = g.value
    fib(g, n - 2)
    g.value += first
}

private suspend fun small(g: RawCoroutine, i: Int): Int {
    if (i < 0) g.yield(i)
    return i xor 0x55
}

private suspend fun hold(g: RawCoroutine, depth: Int) {
    if (depth > 1) hold(g, depth - 1) else g.yield(depth)
    g.value = depth
}

/** A node of skynet with the given number of leaves, the least of which is [first]. */
private fun startNode(queue: RunQueue, parent: Rendezvous, first: Long, leaves: Int) {
    if (leaves == 1) {
        queue.start { parent.send(this, first) }
        return
    }
    queue.start {
        val sums = Rendezvous(queue)
        for (child in 0 until 10) startNode(queue, sums, first + child * (leaves / 10), leaves / 10)
        var sum = 0L
        for (child in 0 until 10) {
            sums.receive(this)
            sum += value
        }
        parent.send(this, sum)
    }
}
