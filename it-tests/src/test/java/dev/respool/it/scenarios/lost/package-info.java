/**
 * The table of frames that cannot be captured, beside the table of those that merely forward. Both
 * are run in classes that the compiler transformed, in a JVM with the agent, and in a build with
 * the Maven plugin.
 */
package dev.respool.it.scenarios.lost;
