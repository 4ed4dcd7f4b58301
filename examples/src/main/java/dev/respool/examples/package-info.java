/**
 * Programs that show what coroutines are for, each small enough to be read at once. A test runs
 * each of them.
 *
 * <p>Start with {@link dev.respool.examples.CoroutineBasics}; {@link dev.respool.examples.Demo} is
 * what {@code ./demo} runs.
 */
package dev.respool.examples;
