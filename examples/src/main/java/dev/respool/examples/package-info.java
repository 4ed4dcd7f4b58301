/**
 * Programs that show what coroutines are for, each small enough to be read at once. Every class has
 * a {@code main} and a {@code run} that the tests call.
 *
 * <p>Start with {@link dev.respool.examples.CoroutineBasics}; {@link dev.respool.examples.Demo} is
 * what {@code ./demo} runs.
 */
package dev.respool.examples;
