/**
 * Respool as its users would use it, by its public API only: primitive generators and coroutines on
 * a hand-made run queue; generators of objects; the event loop.
 */
package dev.respool.benchmarks.respool;
