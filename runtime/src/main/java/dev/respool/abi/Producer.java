package dev.respool.abi;

import java.util.NoSuchElementException;

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
  @SuppressWarnings("this-escape") // it is written down, and asked nothing
  protected Producer() {
    Tracked.created(this);
  }

  /**
   * A producer of the same class.
   *
   * @param body what it is to run
   * @return a new one
   */
  protected abstract Producer another(Object body);

  /**
   * A producer of the same class that is about to do the same, but for its frames and the element.
   *
   * @return a new one
   */
  protected abstract Producer copy();

  /**
   * Runs the body to its next element or to its end.
   *
   * @param producer any
   * @param leaf the calling method
   * @return whether there is an element; false if it is dead, and if it waits for its host: the
   *     calling continuation is suspended then, and the caller must return at once
   * @throws IllegalStateException if it is running, or has resumed another one that is
   * @throws Throwable what the body threw; the producer is dead then
   */
  protected static boolean advance(Producer producer, LeafMethod leaf) throws Throwable {
    int state = producer.state;
    if (state == DEAD) {
      return false;
    }
    if (state != SUSPENDED && state != NEW) {
      throw notResumable(producer);
    }
    Carrier carrier = CarrierTable.current();
    boolean more = Trampoline.produce(carrier, producer, null, state == NEW);
    return carrier.out == null ? more : more(carrier, producer, leaf);
  }

  /**
   * For an element that is asked for.
   *
   * @throws NoSuchElementException if there is none, because the body has ended
   */
  protected final void requireAlive() {
    if (isDead(this)) {
      throw new NoSuchElementException("the generator has ended");
    }
  }

  /** The answer where something was handed out that is no element. */
  private static boolean more(Carrier carrier, Producer producer, LeafMethod leaf)
      throws Throwable {
    Object out = carrier.takeOut();
    boolean waits =
        out instanceof HostRequest && Relay.suspend(carrier, new Relay(producer, leaf, null), out);
    return !waits && !isDead(producer);
  }

  @Override
  final Object goOn(Carrier carrier, Object value) throws Throwable {
    Trampoline.produce(carrier, this, value, false);
    return carrier.takeOut();
  }
}
