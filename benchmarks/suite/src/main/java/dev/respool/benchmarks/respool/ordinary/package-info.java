/**
 * The programs of {@link dev.respool.benchmarks.Ordinary}, marked. The module {@code plain} is made
 * of the same text without the marks: what a program costs more here is what the marks cost. So a
 * program knows nothing of coroutines but {@link dev.respool.benchmarks.respool.ordinary.Pause},
 * which is another class there.
 */
package dev.respool.benchmarks.respool.ordinary;
