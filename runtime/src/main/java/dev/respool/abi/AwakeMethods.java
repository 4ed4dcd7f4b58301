package dev.respool.abi;

import java.lang.ref.WeakReference;

/**
 * The methods that are awake: an activation of them has been captured before.
 *
 * <p>A method is dormant until then. A dormant one pays next to nothing for being suspendable: it
 * looks here once on entry, asks for no carrier, and tells its callees nothing. When an activation
 * of it is captured nevertheless, the stack shows who called. From then on the method is awake, so
 * that captures become cheap and calls cost a little, see {@link Site}.
 *
 * <p>A method has a number here, from which the numbers of its sites count. It is forgotten when a
 * tool changes the class, because the points of the new code may be others; and the class is not
 * kept alive.
 */
public final class AwakeMethods {
  private static final int MASK = (1 << 14) - 1;
  private static final Entry[] TABLE = new Entry[MASK + 1];

  private AwakeMethods() {}

  /**
   * The first thing that each activation does: looks whether its method is awake, and takes the
   * token of the call if it is.
   *
   * @param owner the method's class
   * @param method a hash of its name and descriptor, which no other method of the class has
   * @return 0 if the method is dormant; otherwise the method's number in the upper half and the
   *     token in the lower one
   */
  public static long enter(Class<?> owner, int method) {
    Entry entry = TABLE[method & MASK];
    long number = entry == null ? 0 : entry.find(owner, method);
    return number == 0 ? 0 : number | Carrier.current().take() & 0xffffffffL;
  }

  /**
   * The same for an activation that others of its class have entered, which need no token.
   *
   * @param owner the method's class
   * @param method a hash of its name and descriptor
   * @return 0 if the method is dormant; otherwise its number in the upper half
   */
  public static long number(Class<?> owner, int method) {
    Entry entry = TABLE[method & MASK];
    return entry == null ? 0 : entry.find(owner, method);
  }

  /** Wakes a method that has so many suspension points; its number, 0 if the class has changed. */
  static long wake(Class<?> owner, int method, int points) {
    synchronized (TABLE) {
      if (LoadedClass.of(owner).isChanged()) {
        return 0;
      }
      long number = Site.allocate(Math.max(points, 1));
      Entry others = without(TABLE[method & MASK], owner, method);
      TABLE[method & MASK] = new Entry(owner, method, number, others);
      return number;
    }
  }

  /** Puts the methods of a class to sleep for good. */
  static void forget(Class<?> owner) {
    synchronized (TABLE) {
      for (int i = 0; i < TABLE.length; i++) {
        for (Entry entry = TABLE[i]; entry != null; entry = entry.next) {
          if (entry.refersTo(owner)) {
            TABLE[i] = without(TABLE[i], owner, entry.method);
          }
        }
      }
    }
  }

  private static Entry without(Entry entries, Class<?> owner, int method) {
    if (entries == null) {
      return null;
    }
    Entry next = without(entries.next, owner, method);
    boolean gone = entries.refersTo(null) || entries.refersTo(owner) && entries.method == method;
    return gone ? next : new Entry(entries.get(), entries.method, entries.number, next);
  }

  private static final class Entry extends WeakReference<Class<?>> {
    final int method;
    final long number;
    final Entry next;

    Entry(Class<?> owner, int method, long number, Entry next) {
      super(owner);
      this.method = method;
      this.number = number;
      this.next = next;
    }

    long find(Class<?> owner, int wanted) {
      for (Entry entry = this; entry != null; entry = entry.next) {
        if (entry.method == wanted && entry.refersTo(owner)) {
          return entry.number;
        }
      }
      return 0;
    }
  }
}
