/**
 * The agent's jar as a program: {@code java -jar respool-agent.jar COMMAND ...}. What can a person
 * or a build ask of it?
 *
 * <p>Words of a command line come in, text and an exit status go out. {@link
 * dev.respool.agent.command.Main} has the list of commands; each is a class of its own. Build tools
 * call what stands behind a command, such as {@link dev.respool.agent.command.SnapshotCheck}, as
 * Java.
 *
 * <p>What never belongs here: what happens to a class ({@code dev.respool.agent}), how a running
 * JVM is reached ({@code dev.respool.agent.inspection}), and what the runtime decides, which a
 * program has on its own class path.
 */
package dev.respool.agent.command;
