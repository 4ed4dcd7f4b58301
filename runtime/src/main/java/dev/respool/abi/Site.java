package dev.respool.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A suspension point of a method, or the place where the runtime calls bodies of one kind, with
 * what it tells its callees.
 *
 * <p>It tells a token. At first that is a negative number for itself and the class of the receiver,
 * which no other site and no other class has; it proves nothing to anybody. Dispatch at one call on
 * one class selects one method (JVMS 5.4.6). Once a capture has <em>proven</em> which, that is, has
 * shown that the call reached a transformed method with nothing between, the call tells that
 * method's own token, a positive number. The method was awake by then, so it takes each such token
 * on entry, and none is left for another activation to find.
 *
 * <p>Classes are found by their identity hash and then compared; the site keeps none alive.
 */
final class Site {
  /** What knows more classes than this tells nothing of others. */
  private static final int MOST = 1024;

  private static final AtomicInteger TOKENS = new AtomicInteger();
  private static final Object LOCK = new Object();
  private static final List<Site> STARTS = new ArrayList<>();

  /** By number; grows, and is replaced then. Number 0 is no site. */
  private static Site[] all = new Site[256];

  private static int used = 1;

  /** Whether it has been captured at before: the JVM has linked the call since then. */
  private boolean linked;

  /** That of the class that came first. */
  private volatile ToldCall first;

  /** All, with open addressing; at most half of the places are taken. */
  private volatile ToldCall[] calls = new ToldCall[2];

  private Site() {}

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
    synchronized (LOCK) {
      STARTS.add(of(number(start, 0)));
    }
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
        all[number] = new Site();
      }
      return all[number];
    }
  }

  static int newToken() {
    return TOKENS.incrementAndGet();
  }

  /**
   * The token for a call at a site.
   *
   * @param number of the site; 0 for none, which tells nothing
   * @param type class of the receiver; some other class if there is none
   */
  static int tell(int number, Class<?> type) {
    if (number == 0) {
      return 0;
    }
    Site[] sites = all;
    Site site = number < sites.length ? sites[number] : null;
    if (site == null) {
      site = of(number);
    }
    ToldCall only = site.first;
    return only != null && only.refersTo(type) ? only.token() : site.tell(type);
  }

  private int tell(Class<?> type) {
    ToldCall[] places = calls;
    int mask = places.length - 1;
    int i = type.hashCode() & mask;
    for (ToldCall call = places[i]; call != null; call = places[i]) {
      if (call.refersTo(type)) {
        return call.token();
      }
      i = i + 1 & mask;
    }
    return add(type);
  }

  private synchronized int add(Class<?> type) {
    List<ToldCall> living = living();
    for (ToldCall call : living) {
      if (call.refersTo(type)) {
        return call.token();
      }
    }
    if (living.size() == MOST) {
      return 0;
    }
    ToldCall added = new ToldCall(type);
    living.add(added);
    ToldCall[] grown = new ToldCall[Integer.highestOneBit(living.size()) << 2];
    living.forEach(call -> put(grown, call));
    calls = grown;
    if (first == null || first.refersTo(null)) {
      first = added;
    }
    return added.token();
  }

  private List<ToldCall> living() {
    List<ToldCall> living = new ArrayList<>();
    for (ToldCall call : calls) {
      if (call != null && !call.refersTo(null)) {
        living.add(call);
      }
    }
    return living;
  }

  private static void put(ToldCall[] places, ToldCall call) {
    int mask = places.length - 1;
    int i = call.hash & mask;
    while (places[i] != null) {
      i = i + 1 & mask;
    }
    places[i] = call;
  }

  /** A capture has shown that a call at a site, which told a token, reached its callee directly. */
  static void prove(int number, int token, ProvenCalls callee) {
    of(number).prove(token, callee);
  }

  /** The same of a call of a body. */
  static void proveStart(int token, ProvenCalls callee) {
    List<Site> starts;
    synchronized (LOCK) {
      starts = List.copyOf(STARTS);
    }
    starts.forEach(start -> start.prove(token, callee));
  }

  /**
   * Believes it the second time at a site: the first time, code that the JVM ran to link the call
   * may have told in its place.
   */
  private synchronized void prove(int token, ProvenCalls callee) {
    for (ToldCall call : living()) {
      if (call.token() == token) {
        if (linked) {
          callee.prove(call);
        }
        linked = true;
      }
    }
  }
}
