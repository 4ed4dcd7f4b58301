/** Tests of the watch over the machine, with files and times that are made up. */
package dev.respool.benchmarks.watch;
