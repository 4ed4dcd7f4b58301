/**
 * How does one JVM look into the event loops of another one?
 *
 * <p>The asking JVM listens on a port of its own machine, attaches to the other one and loads the
 * agent's jar there with an {@link dev.respool.agent.inspection.InspectionCall} as its argument. In
 * the other JVM an {@link dev.respool.agent.inspection.InspectionLink} connects to that port and
 * answers questions until the asking JVM hangs up. It instruments nothing.
 *
 * <p>The answers are text that the runtime of the program writes ({@code dev.respool.inspect}).
 * This jar has no runtime, so it is called by reflection.
 *
 * <p>What never belongs here: how a question reads on a command line, and what becomes of the
 * answer.
 */
package dev.respool.agent.inspection;
