package dev.respool.snapshot;

import dev.respool.abi.SuspendableCode;

/**
 * Where a frame continues.
 *
 * @param code the method
 * @param point the number of its suspension point
 */
record Landing(SuspendableCode code, int point) {}
