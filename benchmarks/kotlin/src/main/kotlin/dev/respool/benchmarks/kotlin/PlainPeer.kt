package dev.respool.benchmarks.kotlin

import dev.respool.benchmarks.Peer
import dev.respool.benchmarks.Tree

/**
 * Kotlin's own coroutines as one writes them without thinking of how they are compiled: `suspend` functions return
 * their values, and no call is arranged to be a tail call. [KotlinPeer] is the same by hand.
 */
public class PlainPeer : Peer {
    override fun name(): String = "kotlin-plain"

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

    override fun skynet(leaves: Int): Long {
        val queue = PlainQueue()
        val sums = PlainChannel(queue)
        startNode(queue, sums, 0, leaves)
        var sum = 0L
        queue.start { sum = sums.receive() }
        queue.run()
        return sum
    }

    override fun pingPong(messages: Int): Int {
        val queue = PlainQueue()
        val there = PlainChannel(queue)
        val back = PlainChannel(queue)
        var last = -1L
        queue.start {
            for (i in 0 until messages / 2) {
                there.send(last + 1)
                last = back.receive()
            }
        }
        queue.start {
            for (i in 0 until messages / 2) back.send(there.receive() + 1)
        }
        queue.run()
        return last.toInt()
    }
}

private suspend fun walk(node: Tree?, g: RawCoroutine) {
    if (node != null) {
        walk(node.left, g)
        g.yield(node.value)
        walk(node.right, g)
    }
}

/** A node of skynet with the given number of leaves, the least of which is [first]. */
private fun startNode(queue: PlainQueue, parent: PlainChannel, first: Long, leaves: Int) {
    queue.start { parent.send(if (leaves == 1) first else sumOfChildren(queue, first, leaves / 10)) }
}

private suspend fun sumOfChildren(queue: PlainQueue, first: Long, leaves: Int): Long {
    val sums = PlainChannel(queue)
    for (child in 0 until 10) startNode(queue, sums, first + child * leaves, leaves)
    var sum = 0L
    for (child in 0 until 10) sum += sums.receive()
    return sum
}
