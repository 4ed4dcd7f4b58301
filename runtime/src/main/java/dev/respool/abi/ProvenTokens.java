package dev.respool.abi;

/**
 * The tokens with which a method was found to be entered directly: an immutable hash set with open
 * addressing. It stops growing at {@link #LIMIT}, so that a method that is called on endlessly many
 * classes fills no memory; it looks at the stack then.
 */
final class ProvenTokens {
  static final ProvenTokens NONE = new ProvenTokens(new long[2], 0);

  private static final int LIMIT = 4096;

  private final long[] table; // 0 is a free place; at most half of the places are taken
  private final int size;

  private ProvenTokens(long[] table, int size) {
    this.table = table;
    this.size = size;
  }

  boolean contains(long token) {
    long[] places = table;
    int mask = places.length - 1;
    for (int i = hash(token) & mask; places[i] != 0; i = i + 1 & mask) {
      if (places[i] == token) {
        return true;
      }
    }
    return false;
  }

  /** This set and one more, which is not 0. */
  ProvenTokens with(long token) {
    if (size == LIMIT || contains(token)) {
      return this;
    }
    long[] grown = new long[Math.max(4, Integer.highestOneBit(size + 1) << 2)];
    for (long known : table) {
      put(grown, known);
    }
    put(grown, token);
    return new ProvenTokens(grown, size + 1);
  }

  private static void put(long[] places, long token) {
    int mask = places.length - 1;
    int i = hash(token) & mask;
    while (places[i] != 0) {
      i = i + 1 & mask;
    }
    places[i] = token;
  }

  private static int hash(long token) {
    return (int) (token ^ token >>> 32) * 0x9e3779b9 >>> 8;
  }
}
