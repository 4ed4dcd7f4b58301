package dev.respool.benchmarks.kotlin

import java.util.ArrayDeque
import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Runnable

/** A dispatcher of one thread: whoever calls it runs what can go on. */
internal class CallerDispatcher : CoroutineDispatcher() {
    private val ready = ArrayDeque<Runnable>()

    override fun dispatch(context: CoroutineContext, block: Runnable) {
        ready.add(block)
    }

    fun runOne() = ready.remove().run()

    fun runAll() {
        while (!ready.isEmpty()) runOne()
    }
}
