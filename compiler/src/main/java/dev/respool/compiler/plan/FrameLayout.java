package dev.respool.compiler.plan;

/**
 * The cells of a method's frames: enough for the suspension point that needs most of each sort.
 *
 * @param refs number of reference cells
 * @param prims number of primitive cells
 */
public record FrameLayout(int refs, int prims) {}
