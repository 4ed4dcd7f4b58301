/**
 * The table of frames that cannot be captured, beside the table of those that merely forward. Both
 * are run in classes that the compiler transformed and in a JVM with the agent.
 */
package dev.respool.it.scenarios.lost;
