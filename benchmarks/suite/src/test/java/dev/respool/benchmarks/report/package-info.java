/** Tests of the report, with figures that are made up. */
package dev.respool.benchmarks.report;
