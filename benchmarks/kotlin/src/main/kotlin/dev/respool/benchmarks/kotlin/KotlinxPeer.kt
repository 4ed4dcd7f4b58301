package dev.respool.benchmarks.kotlin

import dev.respool.benchmarks.Peer
import dev.respool.benchmarks.ScalePeer
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.DelicateCoroutinesApi
import kotlinx.coroutines.GlobalScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancelChildren
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.SendChannel
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.coroutines.yield

/** kotlinx.coroutines on one thread: jobs and rendezvous channels; [runBlocking]'s event loop where there are many. */
public class KotlinxPeer :
    Peer,
    ScalePeer {
    private val dispatcher = CallerDispatcher()

    override fun name(): String = "kotlinx"

    override fun createAndFinish(x: Int): Int {
        var result = 0
        launchAlone { result = x + 1 }
        dispatcher.runAll()
        return result
    }

    override fun createAndYield(x: Int): Int {
        var given = 0
        launchAlone {
            given = x
            yield()
            given = x + 1
        }
        dispatcher.runOne()
        val yielded = given
        dispatcher.runAll()
        return yielded + given
    }

    override fun park(depth: Int): Any {
        val job =
            launchAlone {
                val own = depth + 1
                if (depth > 1) hold(depth - 1) else suspendCancellableCoroutine<Unit> {}
                check(own > depth)
            }
        dispatcher.runAll()
        return job
    }

    override fun skynet(leaves: Int): Long =
        runBlocking {
            val sums = Channel<Long>()
            launchNode(sums, 0, leaves)
            sums.receive()
        }

    override fun pingPong(messages: Int): Int =
        runBlocking {
            val there = Channel<Int>()
            val back = Channel<Int>()
            launch {
                for (i in 0 until messages / 2) back.send(there.receive() + 1)
            }
            var last = -1
            for (i in 0 until messages / 2) {
                there.send(last + 1)
                last = back.receive()
            }
            last
        }

    override fun ring(coroutines: Int, messages: Int): Int =
        runBlocking {
            val channels = List(coroutines) { Channel<Int>() }
            val last = Channel<Int>()
            for (i in 0 until coroutines) {
                launch { forward(channels[i], channels[(i + 1) % coroutines], last, messages) }
            }
            channels[0].send(0)
            last.receive().also { coroutineContext.cancelChildren() }
        }

    override fun timers(coroutines: Int): Int {
        var woken = 0
        runBlocking {
            for (i in 0 until coroutines) {
                launch {
                    delay(1L + i % 1_000)
                    woken++
                }
            }
        }
        return woken
    }

    override fun turns(coroutines: Int, turns: Int): Int {
        var counted = 0
        runBlocking {
            for (i in 0 until coroutines) {
                launch {
                    for (turn in 0 until turns) {
                        yield()
                        counted++
                    }
                }
            }
        }
        return counted
    }

    override fun pollute() {
        val jobs = manyKinds<CoroutineScope, Job>({ body -> launchAlone(body) }, { yield() })
        for (resumption in 1..POLLUTION * jobs.size) dispatcher.runOne()
        for (job in jobs) job.cancel()
        dispatcher.runAll()
    }

    /** A coroutine without a parent, which would keep it reachable; on this peer's dispatcher. */
    @OptIn(DelicateCoroutinesApi::class)
    private fun launchAlone(body: suspend CoroutineScope.() -> Unit): Job =
        GlobalScope.launch(dispatcher, block = body)
}

private suspend fun hold(depth: Int) {
    if (depth > 1) hold(depth - 1) else suspendCancellableCoroutine<Unit> {}
    check(depth > 0)
}

/** A node of skynet with the given number of leaves, the least of which is [first]. */
private fun CoroutineScope.launchNode(parent: SendChannel<Long>, first: Long, leaves: Int) {
    if (leaves == 1) {
        launch { parent.send(first) }
        return
    }
    launch {
        val sums = Channel<Long>()
        for (child in 0 until 10) launchNode(sums, first + child * (leaves / 10), leaves / 10)
        var sum = 0L
        for (child in 0 until 10) sum += sums.receive()
        parent.send(sum)
    }
}

private suspend fun forward(from: Channel<Int>, to: Channel<Int>, last: Channel<Int>, messages: Int) {
    for (received in from) {
        if (received + 1 < messages) to.send(received + 1) else last.send(received)
    }
}
