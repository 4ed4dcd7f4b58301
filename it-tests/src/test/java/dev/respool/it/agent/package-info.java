/**
 * The agent as a user has it: its jar, the runtime's jar, and a program that is compiled for the
 * test and runs in a JVM of its own.
 */
package dev.respool.it.agent;
