package dev.respool.benchmarks.kotlin

import dev.respool.benchmarks.IntSource
import dev.respool.benchmarks.Peer
import dev.respool.benchmarks.Tree

/** The builder of Kotlin's standard library for generators, [iterator]; what [sequence] is made of. */
public class SequencePeer : Peer {
    override fun name(): String = "kotlin-sequence"

    override fun generator(depth: Int): IntSource {
        val elements =
            if (depth == 1) {
                iterator {
                    var element = 0
                    while (true) yield(element++)
                }
            } else {
                iterator {
                    generate(depth - 1)
                    yield(depth)
                }
            }
        return IntSource { elements.next() }
    }

    override fun walk(root: Tree): Int {
        var hash = 0
        for (value in iterator { walk(root) }) hash = 31 * hash + value
        return hash
    }

    override fun createAndFinish(x: Int): Int {
        var result = 0
        val elements = iterator<Int> { result = x + 1 }
        check(!elements.hasNext())
        return result
    }

    override fun createAndYield(x: Int): Int {
        var result = 0
        val elements =
            iterator {
                yield(x)
                result = x + 1
            }
        val yielded = elements.next()
        check(!elements.hasNext())
        return yielded + result
    }

    override fun pollute() {
        val kinds = manyKinds<SequenceScope<Int>, Iterator<Int>>({ iterator(it) }, { yield(it) })
        for (round in 1..POLLUTION) {
            for (kind in kinds) kind.next()
        }
    }
}

private suspend fun SequenceScope<Int>.generate(depth: Int) {
    if (depth > 1) {
        generate(depth - 1)
        yield(depth)
    } else {
        var element = 0
        while (true) yield(element++)
    }
}

/** Without a state machine, as its one call is a tail call: for an absent subtree it allocates nothing. */
private suspend fun SequenceScope<Int>.walk(node: Tree?) {
    if (node != null) return walkPresent(node)
}

private suspend fun SequenceScope<Int>.walkPresent(node: Tree) {
    walk(node.left)
    yield(node.value)
    walk(node.right)
}
