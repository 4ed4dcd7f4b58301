package dev.respool.benchmarks.kotlin

import dev.respool.benchmarks.IntSource
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.createCoroutineUnintercepted
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.resume

/**
 * A coroutine from the intrinsics alone, as little as will do: it hands out ints through a field, so that none is
 * boxed, and is the completion of its own body.
 */
internal class RawCoroutine(body: suspend RawCoroutine.() -> Unit) : Continuation<Unit>, IntSource {
    /** What was yielded last, or what the body left here when it returned. */
    @JvmField
    var value = 0

    /** Where to go on; null once the body has returned. */
    private var rest: Continuation<Unit>? = body.createCoroutineUnintercepted(this, this)

    val isDone get() = rest == null

    override val context get() = EmptyCoroutineContext

    /** Runs the body up to its next yield or its end. */
    fun advance() = rest!!.resume(Unit)

    override fun next(): Int {
        advance()
        return value
    }

    /** A coroutine mostly suspends where it did before; not to store the same again saves G1's barrier. */
    suspend fun yield(element: Int) = suspendCoroutineUninterceptedOrReturn<Unit> { continuation ->
        value = element
        if (rest !== continuation) rest = continuation
        COROUTINE_SUSPENDED
    }

    override fun resumeWith(result: Result<Unit>) {
        rest = null
        result.getOrThrow()
    }
}
