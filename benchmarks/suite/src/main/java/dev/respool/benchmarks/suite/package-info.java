/**
 * The workloads as JMH benchmarks, one class each. A benchmark of a peer that this JVM cannot run
 * fails in its set-up with the reason, and JMH goes on with the next.
 */
package dev.respool.benchmarks.suite;
