package dev.respool.abi;

/**
 * The tokens with which a method was found to be entered directly: a hash set with open addressing
 * that is replaced when it grows. It stops growing at {@link #LIMIT}, so that a method that is
 * called on endlessly many classes fills no memory; it looks at the stack then.
 */
final class ProvenTokens {
  private static final int LIMIT = 4096;

  /** 0 is a free place; at most half of the places are taken. */
  private volatile int[] table = new int[2];

  private int size;

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

  /** Adds one, which is positive; false if the set is full. */
  synchronized boolean add(int token) {
    if (contains(token)) {
      return true;
    }
    if (size == LIMIT) {
      return false;
    }
    size++;
    int[] grown = new int[Math.max(4, Integer.highestOneBit(size) << 2)];
    for (int known : table) {
      put(grown, known);
    }
    put(grown, token);
    table = grown;
    return true;
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
