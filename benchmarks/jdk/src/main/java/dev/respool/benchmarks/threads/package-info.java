/**
 * The peer that is virtual threads, all on the thread that runs the benchmark: their scheduler is a
 * run queue that the benchmark empties. Java has no public way to choose a scheduler, so it needs
 * {@code --add-opens java.base/java.lang=ALL-UNNAMED} and a JDK whose thread builder takes one.
 */
package dev.respool.benchmarks.threads;
