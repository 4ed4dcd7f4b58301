package dev.respool.benchmarks.ktor

import io.ktor.server.engine.embeddedServer
import io.ktor.server.netty.Netty
import io.ktor.server.response.respondText
import io.ktor.server.routing.get
import io.ktor.server.routing.routing
import java.lang.management.ManagementFactory
import kotlin.system.exitProcess
import kotlinx.coroutines.runBlocking

private const val COLLECTIONS = 3

/**
 * Serves in this JVM until standard input ends, as `dev.respool.benchmarks.servers.Serve` does: it prints `told port
 * NUMBER` when it listens, and after each line of input `told heap BYTES`.
 */
fun main() {
    val server = embeddedServer(Netty, port = 0, host = "127.0.0.1") {
        routing { get("/") { call.respondText("Hello, World!") } }
    }
    server.start(wait = false)
    println("told port " + runBlocking { server.engine.resolvedConnectors().first().port })
    while (readlnOrNull() != null) {
        println("told heap " + heap())
    }
    exitProcess(0)
}

private fun heap(): Long {
    val memory = ManagementFactory.getMemoryMXBean()
    repeat(COLLECTIONS) { memory.gc() }
    return memory.heapMemoryUsage.used
}
