/**
 * What the programs have in common that are no JMH benchmarks: how much they measure, the JVMs of
 * their own that they measure in, and the file that they write. What is measured is not known here.
 */
package dev.respool.benchmarks.fork;
