/**
 * The tools that prove the compiler on other people's code; in comes the command line.
 *
 * <p>What is asked of a class stands in {@code verify}, what is counted in {@code report}.
 */
package dev.respool.corpus;
