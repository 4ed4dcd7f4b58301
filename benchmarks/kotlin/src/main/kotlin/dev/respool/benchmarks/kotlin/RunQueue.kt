package dev.respool.benchmarks.kotlin

import java.util.ArrayDeque
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.createCoroutineUnintercepted
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume

/** The coroutines that can go on, first in, first out. */
internal class RunQueue {
    private val ready = ArrayDeque<Task>()

    fun start(body: suspend Task.() -> Unit) = add(Task(body))

    fun add(task: Task) {
        ready.add(task)
    }

    /** Returns when none can go on. */
    fun run() {
        var task = ready.poll()
        while (task != null) {
            task.advance()
            task = ready.poll()
        }
    }
}

/** A coroutine of a [RunQueue] and the completion of its own body. */
internal class Task(body: suspend Task.() -> Unit) : Continuation<Unit> {
    /** What it sends, while it waits in [Rendezvous.send]; what it has received, after [Rendezvous.receive]. */
    @JvmField
    var value = 0L

    /** The sender that came next to the same channel. */
    @JvmField
    var behind: Task? = null

    private var rest: Continuation<Unit> = body.createCoroutineUnintercepted(this, this)

    override val context get() = EmptyCoroutineContext

    fun advance() = rest.resume(Unit)

    /** Suspends until somebody adds this task to the queue. Stores only on change, as [RawCoroutine.yield] does. */
    suspend fun pause() = suspendCoroutineUninterceptedOrReturn<Unit> { continuation ->
        if (rest !== continuation) rest = continuation
        COROUTINE_SUSPENDED
    }

    override fun resumeWith(result: Result<Unit>) = result.getOrThrow()
}
