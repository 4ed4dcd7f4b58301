/**
 * Runs JMH's benchmarks and watches the machine meanwhile: a fork that something else disturbed is
 * measured again, and what was done is noted. What the benchmarks measure is not known here.
 */
package dev.respool.benchmarks.watch;
