package dev.respool.abi;

import java.lang.ref.WeakReference;
import java.util.Arrays;
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
 * <p>The methods have slots in a table; those of one class have different ones. An object is what
 * is awake of one slot. Nearly all slots have the same one, {@link NoneAwake}, so that HotSpot's
 * profile of the call of {@link #enter} in a dormant method says so, whatever other methods do: its
 * compiled code has one compare in place of the look. (A branch in a static method here would be
 * profiled for all methods together.)
 *
 * <p>The table keeps no class alive. The methods of a class that a tool has changed stay dormant,
 * because the points of the new code may be others.
 */
public abstract sealed class AwakeMethods {
  /** How many slots there are. A class file has not enough constants for so many methods. */
  public static final int SLOTS = 1 << 14;

  private static final AwakeMethods NONE = new NoneAwake();
  private static final AwakeMethods[] TABLE = new AwakeMethods[SLOTS];

  /** Who has not been captured or resumed between two reviews falls asleep. */
  private static final long BETWEEN_REVIEWS = TimeUnit.MILLISECONDS.toNanos(50);

  private static long reviewed = System.nanoTime();

  static {
    Arrays.fill(TABLE, NONE);
  }

  AwakeMethods() {}

  /**
   * What is awake of a slot; the first thing that each activation asks for.
   *
   * @param slot of the method, which no other method of its class has
   * @return never null
   */
  public static AwakeMethods at(int slot) {
    return TABLE[slot];
  }

  /**
   * Takes the token of the call in progress, if the entered method is awake.
   *
   * @param owner the class of the method, which has this slot
   * @return the current thread's carrier, which knows the {@link Carrier#entry} of this activation;
   *     {@link Carrier#DORMANT} if the method is dormant
   */
  public abstract Carrier enter(Class<?> owner);

  /**
   * The number of a method of this slot, for an activation that others of its class have entered,
   * which need no token.
   *
   * @param owner the class of the method, which has this slot
   * @return 0 if the method is dormant; otherwise its number in the upper half
   */
  public abstract long number(Class<?> owner);

  abstract AwakeMethods without(Class<?> owner);

  abstract AwakeMethods restless();

  /** Wakes a method, unless its class has changed. */
  static void wake(SuspendableMethod method) {
    synchronized (TABLE) {
      if (!LoadedClass.of(method.owner()).isChanged()) {
        AwakeMethods others = TABLE[method.slot()].without(method.owner());
        TABLE[method.slot()] = new OneAwake(method, others);
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
        Arrays.setAll(TABLE, slot -> TABLE[slot].restless());
      }
    }
  }

  /** Puts the methods of a class to sleep for good. */
  static void forget(Class<?> owner) {
    synchronized (TABLE) {
      Arrays.setAll(TABLE, slot -> TABLE[slot].without(owner));
    }
  }

  /** Where all methods are dormant. */
  private static final class NoneAwake extends AwakeMethods {
    @Override
    public Carrier enter(Class<?> owner) {
      return Carrier.DORMANT;
    }

    @Override
    public long number(Class<?> owner) {
      return 0;
    }

    @Override
    AwakeMethods without(Class<?> owner) {
      return this;
    }

    @Override
    AwakeMethods restless() {
      return this;
    }
  }

  /** One that is awake, and the others of its slot. */
  private static final class OneAwake extends AwakeMethods {
    private final WeakReference<Class<?>> owner;
    private final WeakReference<SuspendableMethod> method;
    private final long number;
    private final AwakeMethods others;

    OneAwake(SuspendableMethod method, AwakeMethods others) {
      this.owner = new WeakReference<>(method.owner());
      this.method = new WeakReference<>(method);
      this.number = method.number();
      this.others = others;
    }

    @Override
    public Carrier enter(Class<?> entered) {
      return owner.refersTo(entered) ? CarrierTable.current().enter(number) : others.enter(entered);
    }

    @Override
    public long number(Class<?> entered) {
      return owner.refersTo(entered) ? number : others.number(entered);
    }

    @Override
    AwakeMethods without(Class<?> left) {
      return with(others.without(left), !owner.refersTo(left));
    }

    @Override
    AwakeMethods restless() {
      SuspendableMethod known = method.get();
      return with(others.restless(), known != null && known.isRestless());
    }

    /** This with other others, or those alone: then the method falls asleep. */
    private AwakeMethods with(AwakeMethods left, boolean stays) {
      SuspendableMethod known = method.get();
      if (known == null) {
        return left;
      }
      if (!stays) {
        known.setAwake(false);
        return left;
      }
      return left == others ? this : new OneAwake(known, left);
    }
  }
}
