package dev.respool.inspect;

/**
 * A coroutine that belongs to no loop, at about one moment: nothing keeps it from going on while it
 * is looked at. If it does, it is shown as running.
 *
 * @param number of the coroutine among those that were tracked, from 1
 * @param kind {@code coroutine} or {@code generator}
 * @param status how far it is; dead ones are not shown
 * @param createdAt the line of the program that has created it
 * @param stack where it stands; empty while it runs
 */
public record CoroutinePicture(
    long number,
    String kind,
    CoroutineStatus status,
    StackTraceElement createdAt,
    StackPicture stack) {}
