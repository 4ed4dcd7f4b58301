package dev.respool.abi;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds the carriers of the threads.
 *
 * <p>The common look-up is a table indexed by the thread's id whose entry is checked against that
 * id; a {@link ThreadLocal} stands behind it. An entry knows its thread by the id only, which is
 * never used again, so the table keeps no thread alive.
 *
 * <p>Each carrier has a range of places for the continuations that run on it, one within the other:
 * a place says which of all threads' continuations it is.
 */
final class CarrierTable {
  private static final int MASK = 1023;
  private static final Carrier[] TABLE = new Carrier[MASK + 1];
  private static final ThreadLocal<Carrier> OWN = ThreadLocal.withInitial(CarrierTable::make);

  /** How deep continuations may be nested before the places of two threads may coincide. */
  private static final int PLACES = 1 << 12;

  private static final AtomicInteger MADE = new AtomicInteger();

  private CarrierTable() {}

  /** The current thread's carrier; never null. */
  static Carrier current() {
    long id = id(Thread.currentThread());
    Carrier carrier = TABLE[(int) id & MASK];
    return carrier != null && carrier.owner == id ? carrier : find();
  }

  /**
   * Another thread's carrier; null if it has none, or the table has that of another one instead.
   */
  static Carrier of(Thread thread) {
    long id = id(thread);
    Carrier carrier = TABLE[(int) id & MASK];
    return carrier != null && carrier.owner == id ? carrier : null;
  }

  private static Carrier find() {
    Thread thread = Thread.currentThread();
    requireOwnId(thread);
    Carrier carrier = OWN.get();
    TABLE[(int) id(thread) & MASK] = carrier;
    return carrier;
  }

  private static Carrier make() {
    int number = MADE.incrementAndGet() & (Integer.MAX_VALUE / PLACES);
    return new Carrier(id(Thread.currentThread()), number * PLACES + 1);
  }

  @SuppressWarnings("deprecation") // Thread.threadId is of Java 19
  private static long id(Thread thread) {
    return thread.getId();
  }

  private static void requireOwnId(Thread thread) {
    try {
      Class<?> declarer = thread.getClass().getMethod("getId").getDeclaringClass();
      if (declarer != Thread.class && !declarer.getName().startsWith("java.lang.")) {
        throw new IllegalStateException(
            declarer.getName()
                + " overrides Thread.getId, by which Respool tells threads apart: remove the"
                + " override, or run coroutines on another thread");
      }
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes a carrier that of the current thread, in the place of the one that it had. */
  static void put(Carrier fresh) {
    OWN.set(fresh);
    TABLE[(int) fresh.owner & MASK] = fresh;
  }

  /** Whether the carrier that has the given place is at a higher one now. */
  static boolean isAbove(int given) {
    int ground = (given - 1) / PLACES * PLACES + 1;
    Carrier own = current();
    if (own.ground == ground) {
      return own.place > given;
    }
    for (Carrier carrier : TABLE) {
      if (carrier != null && carrier.ground == ground) {
        return carrier.place > given;
      }
    }
    return false;
  }
}
