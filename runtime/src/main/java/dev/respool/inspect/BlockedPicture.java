package dev.respool.inspect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A task that has kept its loop for longer than its watchdog allows.
 *
 * @param time when the watchdog told of it
 * @param loop the number of the loop
 * @param task the task, such as {@code task 7}
 * @param held for how long it had kept the loop then
 * @param stack where it was, innermost first, its suspended callers included
 */
public record BlockedPicture(
    Instant time, long loop, String task, Duration held, List<StackTraceElement> stack) {}
