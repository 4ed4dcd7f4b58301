/**
 * Servers under load: each peer in a JVM of its own, asked by {@code wrk} on the other processors,
 * and the memory that idle connections hold. The servers themselves are modules of their own.
 */
package dev.respool.benchmarks.load;
