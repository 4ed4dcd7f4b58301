/**
 * What walks the routes of the fuzzer of foreign frames; loaded as it is and transformed. Nothing
 * is suspendable here but what is marked.
 */
package dev.respool.it.random.crossing;
