package dev.respool.abi;

/**
 * What a continuation needs besides its frames to go on elsewhere.
 *
 * @param body what it is to run if it has not begun; null otherwise
 * @param ready whether it has an element that nobody has taken yet
 */
public record ContinuationHead(Object body, boolean ready) {}
