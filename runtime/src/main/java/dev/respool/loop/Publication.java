package dev.respool.loop;

/**
 * The body of a task that publishes, with the channel that the body is to fill.
 *
 * @param body runs once
 * @param out whose values a subscriber gets
 */
record Publication<T>(PublisherBody<T> body, Channel<T> out) {}
