/**
 * Coroutines and generators for programs.
 *
 * <p>Mark the methods that may suspend with {@link dev.respool.Suspendable}, and instrument your
 * classes with {@code -javaagent:respool-agent.jar} or {@code respool-maven-plugin}. Then {@link
 * dev.respool.Coroutine#yield(Object)} can suspend those methods at any depth:
 *
 * <pre>{@code
 * Coroutine<String, Integer> coroutine = Coroutine.create(first -> {
 *   String second = Coroutine.yield(first.length());
 *   return first.length() + second.length();
 * });
 * coroutine.resume("one");   // 3, from the yield
 * coroutine.resume("three"); // 8, from the return
 * }</pre>
 *
 * <p>Coroutines behave as Lua's do (Lua 5.4 Reference Manual, 2.6 and 6.2), with Java's types. For
 * sequences use {@link dev.respool.Generator}.
 *
 * <p>Tasks that wait for timers, files and sockets are in {@code dev.respool.loop}. How frames are
 * captured is the business of {@code dev.respool.abi}.
 */
package dev.respool;
