package dev.respool.abi;

/**
 * The variants of {@link Suspension} for activations that have been resumed. They have a carrier,
 * and the frames of their callers are known, so that nothing has to be found out. They stand apart
 * because HotSpot profiles a method for all of its callers: what seldom happens in a method that is
 * called for the first time never happens here.
 */
public final class SuspensionAgain {
  private SuspensionAgain() {}

  /**
   * {@code Coroutine.yield(value)}.
   *
   * @param value handed to whoever resumed the coroutine
   * @param carrier of the calling activation
   * @return null
   * @throws IllegalStateException in a coroutine that is being closed
   */
  public static Object yieldValue(Object value, Carrier carrier) {
    Suspension.requireYieldable(carrier);
    carrier.suspending = 1;
    carrier.out = value;
    return null;
  }

  /**
   * {@code Coroutine.yield()}.
   *
   * @param carrier of the calling activation
   * @return null
   * @throws IllegalStateException in a coroutine that is being closed
   */
  public static Object yieldNothing(Carrier carrier) {
    return yieldValue(null, carrier);
  }

  /**
   * {@code yielder.yield(element)}, where the yielder is a {@link Producer}.
   *
   * @param yielder what is to get the element
   * @param element the element
   * @param carrier of the calling activation
   * @throws IllegalStateException if it is not the yielder that runs
   */
  public static void yieldTo(Object yielder, Object element, Carrier carrier) {
    Producer producer = Suspension.running(yielder, carrier);
    carrier.suspending = 1;
    producer.element = element;
  }

  /**
   * Does the same for an int.
   *
   * @param yielder what is to get the element
   * @param element the element
   * @param carrier of the calling activation
   * @throws IllegalStateException if it is not the yielder that runs
   */
  public static void yieldTo(Object yielder, int element, Carrier carrier) {
    yieldTo(yielder, (long) element, carrier);
  }

  /**
   * Does the same for a long.
   *
   * @param yielder what is to get the element
   * @param element the element
   * @param carrier of the calling activation
   * @throws IllegalStateException if it is not the yielder that runs
   */
  public static void yieldTo(Object yielder, long element, Carrier carrier) {
    Producer producer = Suspension.running(yielder, carrier);
    carrier.suspending = 1;
    producer.bits = element;
  }

  /**
   * Does the same for a double.
   *
   * @param yielder what is to get the element
   * @param element the element
   * @param carrier of the calling activation
   * @throws IllegalStateException if it is not the yielder that runs
   */
  public static void yieldTo(Object yielder, double element, Carrier carrier) {
    yieldTo(yielder, Double.doubleToRawLongBits(element), carrier);
  }
}
