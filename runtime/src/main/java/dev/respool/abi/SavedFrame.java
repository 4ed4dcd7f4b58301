package dev.respool.abi;

import java.util.Iterator;
import java.util.List;

/**
 * A suspended activation in words that outlive the compilation that made it.
 *
 * @param code the method
 * @param point the number of the suspension point at which it stands
 * @param values by the slots of the layout; primitives are boxed, and the iterator of a for-each
 *     loop over a collection is {@link Rest}, or {@link Unknown} if nobody can tell what is left.
 *     The list is the reader's own, who may put others in their places
 * @param refusal why it cannot be saved; null if it can
 */
public record SavedFrame(SuspendableCode code, int point, List<Object> values, String refusal) {

  /**
   * What the values are.
   *
   * @return the layout of the point
   */
  public PointLayout layout() {
    return code.layouts().get(point);
  }

  /**
   * What is left of the iterator of a for-each loop, which nobody else has.
   *
   * @param elements in their order
   */
  public record Rest(List<?> elements) {}

  /**
   * An iterator without a name that cannot be saved.
   *
   * @param iterator as the program made it
   * @param why nobody can tell what is left of it
   * @param remedy what to do instead
   */
  public record Unknown(Iterator<?> iterator, String why, String remedy) {}
}
