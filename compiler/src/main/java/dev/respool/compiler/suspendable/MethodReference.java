package dev.respool.compiler.suspendable;

/**
 * A lambda or method reference that a class makes.
 *
 * @param writtenIn the method whose code makes it
 * @param body the method that runs
 * @param implemented the interface method as which it runs
 */
public record MethodReference(MethodKey writtenIn, MethodKey body, MethodKey implemented) {
  /** The same with another body. */
  MethodReference to(MethodKey target) {
    return new MethodReference(writtenIn, target, implemented);
  }
}
