/**
 * The binary interface between transformed classes and the runtime: frames, the carrier and the
 * trampoline.
 *
 * <p>Do not use this package in your program. It is public only because transformed classes of any
 * module call it, and it changes with {@link dev.respool.abi.AbiVersion}.
 *
 * <p>Generated code passes its frames to this package while it suspends. The result is a suspended
 * continuation that is resumed innermost frame first.
 *
 * <p>What never belongs here: the meaning of a coroutine ({@code dev.respool}) and scheduling
 * ({@code dev.respool.loop}).
 */
package dev.respool.abi;
