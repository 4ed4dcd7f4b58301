/** What interprets the traces of the fuzzer; loaded as it is and transformed. */
package dev.respool.it.random.interpreted;
