/**
 * W6: how many bytes a suspended coroutine retains. {@link dev.respool.benchmarks.memory.Memory}
 * starts a JVM for each peer and depth, in which {@link dev.respool.benchmarks.memory.ParkedHeap}
 * looks at the heap.
 */
package dev.respool.benchmarks.memory;
