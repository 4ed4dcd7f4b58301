package dev.respool.benchmarks.kotlin

/** How often each kind is resumed. */
internal const val POLLUTION = 5_000

/**
 * Starts 64 endless coroutines, each with a body of its own class: this function is inlined, and the compiler copies a
 * lambda that calls an inlined one.
 */
internal inline fun <S, T> manyKinds(
    crossinline start: (suspend S.() -> Unit) -> T,
    crossinline pause: suspend S.(Int) -> Unit,
): List<T> =
    eightKinds(start, pause) { it } +
        eightKinds(start, pause) { it + 1 } +
        eightKinds(start, pause) { it * 3 } +
        eightKinds(start, pause) { it xor 5 } +
        eightKinds(start, pause) { it shl 2 } +
        eightKinds(start, pause) { it.inv() } +
        eightKinds(start, pause) { it.countOneBits() } +
        eightKinds(start, pause) { Integer.reverse(it) }

/** Eight shapes of suspended methods: they differ in the types and number of their live locals and in their yields. */
private inline fun <S, T> eightKinds(
    crossinline start: (suspend S.() -> Unit) -> T,
    crossinline pause: suspend S.(Int) -> Unit,
    crossinline change: (Int) -> Int,
): List<T> =
    listOf(
        start {
            var i = 0
            while (true) pause(change(i++))
        },
        start {
            var wide = 0L
            while (true) pause(change((wide++).toInt()))
        },
        start {
            var real = 0.5
            while (true) {
                pause(change(real.toInt()))
                real += 0.25
            }
        },
        start {
            var text = ""
            while (true) {
                pause(change(text.length))
                text = if (text.isEmpty()) "x" else ""
            }
        },
        start {
            var i = 0
            var wide = 1L
            while (true) {
                pause(change(i++))
                wide += i
                pause(change(wide.toInt()))
            }
        },
        start {
            val window = IntArray(4)
            var i = 0
            while (true) {
                window[i and 3] = i++
                pause(change(window.sum()))
            }
        },
        start {
            var before = 0
            var now = 1
            while (true) {
                pause(change(now))
                now += before
                before = now - before
            }
        },
        start {
            while (true) {
                for (i in 0 until 7) pause(change(i))
                pause(change(7))
            }
        },
    )
