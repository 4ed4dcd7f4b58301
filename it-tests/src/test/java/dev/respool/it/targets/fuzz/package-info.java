/** A program that a trace of operations drives: what the fuzzer runs. */
package dev.respool.it.targets.fuzz;
