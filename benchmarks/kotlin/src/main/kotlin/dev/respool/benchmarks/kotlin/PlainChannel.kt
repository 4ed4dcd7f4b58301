package dev.respool.benchmarks.kotlin

import java.util.ArrayDeque
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.resume
import kotlin.coroutines.startCoroutine
import kotlin.coroutines.suspendCoroutine

/** What can go on, first in, first out. */
internal class PlainQueue {
    private val ready = ArrayDeque<() -> Unit>()

    fun start(body: suspend () -> Unit) = add { body.startCoroutine(Rethrow) }

    fun add(step: () -> Unit) {
        ready.add(step)
    }

    /** Returns when nothing can go on. */
    fun run() {
        while (ready.isNotEmpty()) ready.poll()()
    }
}

/** A channel without a buffer, for one receiver and any number of senders. */
internal class PlainChannel(private val queue: PlainQueue) {
    private class Sender(val value: Long, val rest: Continuation<Unit>)

    private var receiver: Continuation<Long>? = null
    private val senders = ArrayDeque<Sender>()

    suspend fun send(value: Long) {
        val waiting = receiver
        if (waiting == null) {
            suspendCoroutine { senders.add(Sender(value, it)) }
        } else {
            receiver = null
            queue.add { waiting.resume(value) }
        }
    }

    suspend fun receive(): Long {
        val sender = senders.poll() ?: return suspendCoroutine { receiver = it }
        queue.add { sender.rest.resume(Unit) }
        return sender.value
    }
}

private object Rethrow : Continuation<Unit> {
    override val context get() = EmptyCoroutineContext

    override fun resumeWith(result: Result<Unit>) = result.getOrThrow()
}
