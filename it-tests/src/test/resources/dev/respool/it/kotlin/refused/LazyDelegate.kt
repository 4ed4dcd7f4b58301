package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** The initialiser of a lazy property is called by Kotlin's library. */
@Suspendable
object LazyDelegate {
    private class Holder {
        val value: Int by lazy { 1 + Probe.i(41) }
    }

    @JvmStatic
    fun run(): Any? {
        val got = Holder().value
        Probe.hit("got $got")
        return got
    }
}
