/**
 * What instrumenting costs: the compiler's speed, the code that it adds, the agent's part of a
 * program's start, the metaspace of transformed methods, and the time of their first suspension.
 * {@link dev.respool.benchmarks.tool.Tool} asks all of it, one class a question; each measures in
 * JVMs of its own.
 */
package dev.respool.benchmarks.tool;
