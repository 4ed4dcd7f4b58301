package dev.respool.abi;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens with which a method was found to be entered directly: a hash set with open addressing
 * that is replaced when it grows. It stops growing at {@link #LIMIT}, so that a method that is
 * called on endlessly many classes fills no memory; it looks at the stack then.
 */
final class ProvenTokens {
  static final int LIMIT = 4096;

  private static final int[] EMPTY = new int[2];

  /** 0 is a free place; at most half of the places are taken. */
  private volatile int[] table = EMPTY;

  private final List<ToldCall> calls = new ArrayList<>();

  /** Whether the method takes all tokens; only then can one be proven. */
  private boolean open;

  boolean contains(int token) {
    int[] places = table;
    int mask = places.length - 1;
    for (int i = hash(token) & mask; places[i] != 0; i = i + 1 & mask) {
      if (places[i] == token) {
        return true;
      }
    }
    return false;
  }

  /** Adds that of a call, which is told as proven from now on. */
  synchronized void prove(ToldCall call) {
    if (!open || call.token() > 0 || calls.size() == LIMIT) {
      return;
    }
    calls.add(call);
    int[] grown = new int[Integer.highestOneBit(calls.size()) << 2];
    for (int known : table) {
      if (known != 0) {
        put(grown, known);
      }
    }
    put(grown, -call.token());
    table = grown;
    call.prove();
  }

  /** The method takes all tokens that are told from now on. */
  synchronized void open() {
    open = true;
  }

  /**
   * The method is going to take none. Forgets all for good: the calls get other tokens, and have to
   * be proven anew.
   */
  synchronized void close() {
    open = false;
    table = EMPTY;
    calls.forEach(ToldCall::disprove);
    calls.clear();
  }

  private static void put(int[] places, int token) {
    int mask = places.length - 1;
    int i = hash(token) & mask;
    while (places[i] != 0) {
      i = i + 1 & mask;
    }
    places[i] = token;
  }

  private static int hash(int token) {
    return token * 0x9e3779b9 >>> 8;
  }
}
