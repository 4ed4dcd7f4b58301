package dev.respool.snapshot;

import java.io.Serializable;

/**
 * Stands in the serialized values for an object that is not part of the snapshot.
 *
 * @param name by which a policy knows it
 */
record ExternalReference(String name) implements Serializable {}
