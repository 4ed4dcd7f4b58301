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
   * The number of a method; the first thing that each activation asks for.
   *
   * @param owner its class
   * @param method a hash of its name and descriptor, which no other method of the class has
   * @return 0 if the method is dormant
   */
  public static int base(Class<?> owner, int method) {
    Entry entry = TABLE[method & MASK];
    return entry == null ? 0 : entry.find(owner, method);
  }

  /** Wakes a method that has so many suspension points; its number, 0 if the class has changed. */
  static int wake(Class<?> owner, int method, int points) {
    synchronized (TABLE) {
      if (LoadedClass.of(owner).isChanged()) {
        return 0;
      }
      int base = Site.allocate(Math.max(points, 1));
      Entry others = without(TABLE[method & MASK], owner, method);
      TABLE[method & MASK] = new Entry(owner, method, base, others);
      return base;
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
    return gone ? next : new Entry(entries.get(), entries.method, entries.base, next);
  }

  private static final class Entry extends WeakReference<Class<?>> {
    final int method;
    final int base;
    final Entry next;

    Entry(Class<?> owner, int method, int base, Entry next) {
      super(owner);
      this.method = method;
      this.base = base;
      this.next = next;
    }

    int find(Class<?> owner, int wanted) {
      for (Entry entry = this; entry != null; entry = entry.next) {
        if (entry.method == wanted && entry.refersTo(owner)) {
          return entry.base;
        }
      }
      return 0;
    }
  }
}
