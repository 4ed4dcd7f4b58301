package dev.respool.abi;

import java.util.List;

/**
 * A suspended activation in words that outlive the compilation that made it.
 *
 * @param code the method
 * @param layout of the point at which it stands
 * @param at where that is
 * @param values by the slots of the layout; primitives are boxed, and the iterator of a for-each
 *     loop over a collection is {@link Rest}
 * @param refusal why it cannot be saved; null if it can
 */
public record SavedFrame(
    SuspendableCode code,
    PointLayout layout,
    StackTraceElement at,
    List<Object> values,
    String refusal) {

  /**
   * What is left of the iterator of a for-each loop, which nobody else has.
   *
   * @param elements in their order
   */
  public record Rest(List<?> elements) {}
}
