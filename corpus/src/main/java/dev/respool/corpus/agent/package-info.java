/**
 * The yield-everywhere agent: other people's programs, suspended before each of their calls.
 *
 * <p>In comes a class of the chosen packages; {@link dev.respool.corpus.agent.Injection} puts calls
 * of {@link dev.respool.corpus.schedule.Sites#visit} before its calls, the compiler makes all of
 * its methods suspendable, and {@link dev.respool.corpus.agent.Tally} counts.
 *
 * <p>The runtime stands in the agent's own jar, which the JVM appends to the class path of the
 * application. A class whose loader does not see it (one that does not ask the application loader)
 * is left alone and reported as failed.
 */
package dev.respool.corpus.agent;
