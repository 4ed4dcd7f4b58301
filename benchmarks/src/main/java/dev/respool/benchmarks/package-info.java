/**
 * JMH benchmarks. They use the public API only, and their classes are instrumented by the Maven
 * plugin as a program's are.
 */
package dev.respool.benchmarks;
