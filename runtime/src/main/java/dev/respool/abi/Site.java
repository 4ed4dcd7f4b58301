package dev.respool.abi;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A suspension point of a method that is awake, or the place where the runtime calls bodies of one
 * kind, with what it tells its callees.
 *
 * <p>It tells a token: a number for itself and the class of the receiver, which no other site and
 * no other class has. Dispatch at one call on one class selects one method (JVMS 5.4.6), so the
 * token names that method, whichever it is. It is told as a positive number once it is
 * <em>proven</em>, that is, once a capture has shown that the call reached a transformed method
 * with nothing between. That method was awake by then, so it takes each such token on entry, and
 * none is left for another activation to find. Until then the token is told as a negative number,
 * which proves nothing to anybody.
 *
 * <p>A site knows some classes by a scan, all others by maps of their own; it keeps none alive.
 */
final class Site {
  private static final int FEW = 8;
  private static final AtomicInteger TOKENS = new AtomicInteger();
  private static final Object LOCK = new Object();

  /** By number; grows, and is replaced then. Number 0 is no site. */
  private static Site[] all = new Site[256];

  private static int used = 1;

  private final int number;

  /** Whether it is where a continuation calls its body. */
  private boolean isStart;

  /** Whether it has been captured at before: the JVM has linked the call since then. */
  private boolean linked;

  /** That of the class that came first. */
  private volatile ToldCall first;

  private volatile ToldCall[] others = {};
  private volatile Calls many;

  private Site(int number) {
    this.number = number;
  }

  /** So many sites for a method: the number of the first, in the upper half. */
  static long allocate(int count) {
    synchronized (LOCK) {
      long first = used;
      used += count;
      if (used > all.length) {
        all = Arrays.copyOf(all, Math.max(used, 2 * all.length));
      }
      return first << Integer.SIZE;
    }
  }

  /** A place where the runtime calls bodies, as a method with one site. */
  static long ofStart() {
    long start = allocate(1);
    of(number(start, 0)).isStart = true;
    return start;
  }

  /** The number of a site of a method; 0 if the method has no number. */
  static int number(long method, int point) {
    int first = (int) (method >>> Integer.SIZE);
    return first == 0 ? 0 : first + point;
  }

  private static Site of(int number) {
    synchronized (LOCK) {
      if (all[number] == null) {
        all[number] = new Site(number);
      }
      return all[number];
    }
  }

  static boolean isStart(int number) {
    return of(number).isStart;
  }

  /**
   * The token for a call at a site.
   *
   * @param number of the site; 0 for none, which tells nothing
   * @param type class of the receiver; some other class if there is none
   * @param carrier the current thread's
   */
  static int tell(int number, Class<?> type, Carrier carrier) {
    if (number == 0) {
      return 0;
    }
    Site[] sites = all;
    Site site = number < sites.length ? sites[number] : null;
    ToldCall first = site == null ? null : site.first;
    if (first != null && first.refersTo(type)) {
      int token = first.token();
      if (token > 0) {
        return token;
      }
    }
    return (site == null ? of(number) : site).tell(type, carrier);
  }

  private int tell(Class<?> type, Carrier carrier) {
    ToldCall call = find(type);
    if (call == null) {
      call = add(type);
    }
    int token = call.token();
    if (token < 0) {
      carrier.unproven = call;
    }
    return token;
  }

  private ToldCall find(Class<?> type) {
    ToldCall only = first;
    if (only != null && only.refersTo(type)) {
      return only;
    }
    for (ToldCall call : others) {
      if (call.refersTo(type)) {
        return call;
      }
    }
    Calls rest = many;
    return rest == null ? null : rest.get(type);
  }

  private synchronized ToldCall add(Class<?> type) {
    ToldCall known = find(type);
    if (known != null) {
      return known;
    }
    if (first == null || first.refersTo(null)) {
      first = call(type, number);
      return first;
    }
    ToldCall[] living =
        Arrays.stream(others).filter(call -> !call.refersTo(null)).toArray(ToldCall[]::new);
    if (living.length == FEW) {
      many = new Calls(number);
      return many.get(type);
    }
    ToldCall[] grown = Arrays.copyOf(living, living.length + 1);
    grown[living.length] = call(type, number);
    others = grown;
    return grown[living.length];
  }

  private static ToldCall call(Class<?> type, int site) {
    return new ToldCall(type, site, TOKENS.incrementAndGet());
  }

  /**
   * Notes that a capture has shown that a call reaches its callee directly, for the second time at
   * the site: the first time, code that the JVM ran to link the call may have told in its place.
   */
  static void prove(ToldCall call, ProvenTokens callee) {
    of(call.site()).proveHere(call, callee);
  }

  private synchronized void proveHere(ToldCall call, ProvenTokens callee) {
    if (linked && callee.add(Math.abs(call.token()))) {
      call.prove();
    }
    linked = true;
  }

  /** Those of the classes beyond the first few. */
  private static final class Calls extends ClassValue<ToldCall> {
    private final int site;

    Calls(int site) {
      this.site = site;
    }

    @Override
    protected ToldCall computeValue(Class<?> type) {
      return call(type, site);
    }
  }
}
