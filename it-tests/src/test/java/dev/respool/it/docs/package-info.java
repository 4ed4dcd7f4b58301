/**
 * Is what the documentation shows true? The Markdown pages come in; every code block is compiled,
 * run, or compared with what the build really uses, and every link is followed.
 *
 * <p>A block names its language. HTML comments directly above it, which a reader does not see, say
 * what the tests need to know:
 *
 * <ul>
 *   <li>{@code <!-- given: CODE -->}: members that the block uses and does not show.
 *   <li>{@code <!-- not compiled: REASON -->}: Java that is no program, such as generated code.
 *   <li>{@code <!-- not compared: REASON -->}: output that differs from run to run.
 * </ul>
 *
 * <p>What the words of a page should be never belongs here.
 */
package dev.respool.it.docs;
