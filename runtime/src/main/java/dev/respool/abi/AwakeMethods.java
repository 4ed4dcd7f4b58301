package dev.respool.abi;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;

/**
 * The methods that are awake: activations of them are captured all the time.
 *
 * <p>All others are dormant. A dormant one pays next to nothing for being suspendable: it looks
 * here once on entry, asks for no carrier, and tells its callees nothing. When an activation of it
 * is captured nevertheless, the stack shows who called, which takes a microsecond. Where that
 * happens often the method is woken: captures are cheap then, and calls cost a little, see {@link
 * Site}. A method that has not been captured or resumed for a while falls asleep again.
 *
 * <p>The table keeps no class alive. The methods of a class that a tool has changed stay dormant,
 * because the points of the new code may be others.
 */
public final class AwakeMethods {
  private static final int MASK = (1 << 14) - 1;
  private static final Entry[] TABLE = new Entry[MASK + 1];

  /** Who has not been captured or resumed between two reviews falls asleep. */
  private static final long BETWEEN_REVIEWS = TimeUnit.MILLISECONDS.toNanos(50);

  private static long reviewed = System.nanoTime();

  private AwakeMethods() {}

  /**
   * The first thing that each activation does: looks whether its method is awake, and takes the
   * token of the call if it is.
   *
   * @param owner the method's class
   * @param method a hash of its name and descriptor, which no other method of the class has
   * @return the current thread's carrier, which knows the {@link Carrier#entry} of this activation;
   *     {@link Carrier#DORMANT} if the method is dormant
   */
  public static Carrier enter(Class<?> owner, int method) {
    Entry entry = TABLE[method & MASK];
    return entry == null ? Carrier.DORMANT : entry.enter(owner, method);
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

  /** Wakes a method, unless its class has changed. */
  static void wake(SuspendableMethod method) {
    synchronized (TABLE) {
      if (!LoadedClass.of(method.owner()).isChanged()) {
        int place = method.hash() & MASK;
        Entry others = without(TABLE[place], method.owner(), method.hash());
        TABLE[place] = new Entry(method, others);
        method.setAwake(true);
      }
    }
  }

  // A method is in the table before anything can be proven of it, and leaves it after all that was
  // proven is forgotten: so it takes every token that could be believed.

  /** Puts those to sleep that have not been captured or resumed of late; asked for now and then. */
  static void review() {
    synchronized (TABLE) {
      long now = System.nanoTime();
      if (now - reviewed >= BETWEEN_REVIEWS) {
        reviewed = now;
        for (int i = 0; i < TABLE.length; i++) {
          TABLE[i] = awakeOnly(TABLE[i]);
        }
      }
    }
  }

  private static Entry awakeOnly(Entry entries) {
    if (entries == null) {
      return null;
    }
    Entry next = awakeOnly(entries.next);
    SuspendableMethod method = entries.known.get();
    if (method == null) {
      return next;
    }
    if (method.isRestless()) {
      return next == entries.next ? entries : new Entry(method, next);
    }
    method.setAwake(false);
    return next;
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

  private static Entry without(Entry entries, Class<?> owner, int hash) {
    if (entries == null) {
      return null;
    }
    Entry next = without(entries.next, owner, hash);
    SuspendableMethod method = entries.known.get();
    if (method == null) {
      return next;
    }
    if (entries.method == hash && entries.refersTo(owner)) {
      method.setAwake(false);
      return next;
    }
    return new Entry(method, next);
  }

  /** Refers to the class, so that one look tells whether it is the one. */
  private static final class Entry extends WeakReference<Class<?>> {
    final WeakReference<SuspendableMethod> known;
    final int method;
    final long number;
    final Entry next;

    Entry(SuspendableMethod method, Entry next) {
      super(method.owner());
      this.known = new WeakReference<>(method);
      this.method = method.hash();
      this.number = method.number();
      this.next = next;
    }

    Carrier enter(Class<?> owner, int wanted) {
      long found = find(owner, wanted);
      return found == 0 ? Carrier.DORMANT : Carrier.current().enter(found);
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
