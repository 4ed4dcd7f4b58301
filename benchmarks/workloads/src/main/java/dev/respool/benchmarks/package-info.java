/**
 * What is measured: the workloads as an interface, {@link dev.respool.benchmarks.Peer}, which every
 * way to have coroutines implements as its users would write it, and the list of them, {@link
 * dev.respool.benchmarks.Peers}. Nothing here knows a peer's classes, so that each bytecode weaver
 * sees its own module only.
 */
package dev.respool.benchmarks;
