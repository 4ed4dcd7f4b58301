/**
 * What the peers share whose coroutines have a stack of their own, so that any method may suspend:
 * channels, the programs that use them, and the kinds of stacks that pollute. How to suspend is
 * {@link dev.respool.benchmarks.stackful.Strands}, which each of them implements.
 */
package dev.respool.benchmarks.stackful;
