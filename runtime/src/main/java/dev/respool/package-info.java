/**
 * Coroutines and generators for programs.
 *
 * <p>A method marked {@link dev.respool.Suspendable} is rewritten, by {@code
 * -javaagent:respool-agent.jar} or by {@code respool-maven-plugin}, so that {@link
 * dev.respool.Coroutine#yield(Object)} captures it. The meaning is that of Lua's coroutines (Lua
 * 5.4 Reference Manual, 2.6 and 6.2); the types are Java's. How frames are captured stands in
 * {@code dev.respool.abi}; what waits for timers and sockets stands in {@code dev.respool.loop}.
 */
package dev.respool;
