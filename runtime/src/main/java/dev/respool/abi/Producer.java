package dev.respool.abi;

/**
 * A continuation that makes elements for an iterator, one at a time. One thread at a time uses it,
 * and nobody asks for it by {@link Continuation#current}, so that resuming it stores no reference.
 */
public abstract class Producer extends Continuation {
  /** The element that was yielded last, if it is a reference. */
  protected Object element;

  /**
   * The element that was yielded last, if it is primitive: widened to 64 bits, floating-point
   * values as raw bits.
   */
  protected long bits;

  /** For subclasses: not started. */
  protected Producer() {}

  /**
   * Runs the body to its next element or to its end.
   *
   * @param producer new or suspended
   * @return whether there is an element
   * @throws IllegalStateException if it is neither new nor suspended
   * @throws Throwable what the body threw; the producer is dead then
   */
  protected static boolean advance(Producer producer) throws Throwable {
    Carrier carrier = Carrier.current();
    boolean start = own(producer, carrier) == NEW;
    return Trampoline.produce(carrier, producer, start);
  }
}
