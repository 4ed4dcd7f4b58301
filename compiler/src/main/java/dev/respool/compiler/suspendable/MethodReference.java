package dev.respool.compiler.suspendable;

/**
 * A lambda or method reference that a class makes.
 *
 * @param body the method that runs
 * @param implemented the interface method as which it runs
 */
record MethodReference(MethodKey body, MethodKey implemented) {}
