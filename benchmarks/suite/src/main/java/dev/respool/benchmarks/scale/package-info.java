/**
 * Event loops with many coroutines: {@link dev.respool.benchmarks.scale.Scale} starts a JVM for
 * each question and peer, in which {@link dev.respool.benchmarks.scale.ScaleRun} asks the peer's
 * own loop, by {@link dev.respool.benchmarks.ScalePeer} and {@link
 * dev.respool.benchmarks.Peer#skynet}.
 */
package dev.respool.benchmarks.scale;
