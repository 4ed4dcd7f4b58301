package dev.respool.benchmarks.report;

/**
 * Something that was not measured.
 *
 * @param what a peer, or a benchmark with its parameters
 * @param where the JDK, and the door if it matters
 * @param reason why
 */
record Absence(String what, String where, String reason) {}
