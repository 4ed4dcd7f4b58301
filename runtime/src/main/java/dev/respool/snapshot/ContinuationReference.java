package dev.respool.snapshot;

import java.io.Serializable;

/**
 * Stands in the serialized values for a coroutine or a run of a generator.
 *
 * @param number of it in the snapshot
 */
record ContinuationReference(int number) implements Serializable {}
