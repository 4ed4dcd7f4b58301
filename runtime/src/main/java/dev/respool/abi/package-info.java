/**
 * The binary interface between transformed classes and the runtime: frames, the carrier and the
 * trampoline.
 *
 * <p>In comes what generated code hands over while it unwinds; out goes a suspended continuation
 * that can be resumed innermost frame first. Programs do not use this package: it is public only
 * because transformed classes of any module call it, and it changes with {@link
 * dev.respool.abi.AbiVersion}. What Lua means by a coroutine stands in {@code dev.respool},
 * scheduling stands in {@code dev.respool.loop}; neither belongs here.
 */
package dev.respool.abi;
