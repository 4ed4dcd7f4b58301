/**
 * When an injected yield suspends.
 *
 * <p>Instrumented code calls {@link dev.respool.corpus.schedule.Sites#visit} before each of its
 * calls; the {@link dev.respool.corpus.schedule.Schedule} decides, and the counts are kept for the
 * report at exit. How the calls get there is the agent's business.
 */
package dev.respool.corpus.schedule;
