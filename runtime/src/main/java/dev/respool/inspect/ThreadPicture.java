package dev.respool.inspect;

import java.util.List;

/**
 * A thread at one moment.
 *
 * @param name its name
 * @param state its state
 * @param stack innermost first; if the running task has suspended callers, these are among them
 */
public record ThreadPicture(String name, Thread.State state, List<StackTraceElement> stack) {}
