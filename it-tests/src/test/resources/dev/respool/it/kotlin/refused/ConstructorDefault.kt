package dev.respool.it.targets.kotlin

import dev.respool.Suspendable
import dev.respool.it.targets.Probe

/** Default arguments of a constructor are computed before `this(...)`. */
@Suspendable
class ConstructorDefault(private val value: Int = 1 + Probe.i(41)) {
    companion object {
        @JvmStatic
        @Suspendable
        fun run(): Any? {
            val got = ConstructorDefault().value
            Probe.hit("got $got")
            return got
        }
    }
}
