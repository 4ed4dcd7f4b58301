package dev.respool.corpus.schedule;

import java.util.concurrent.atomic.AtomicLong;

/** Decides which executions of a site suspend. */
public sealed interface Schedule {
  /**
   * Whether an execution suspends.
   *
   * @param execution its number at its site, from 1
   * @return true if so
   */
  boolean isDue(int execution);

  /**
   * Reads {@code sites}, {@code random:SEED:N} or {@code every}.
   *
   * @param text what the user wrote
   * @return the schedule
   * @throws IllegalArgumentException if it is none of these
   */
  static Schedule parse(String text) {
    String[] parts = text.split(":");
    try {
      if (text.equals("sites")) {
        return new Fibonacci();
      }
      if (text.equals("every")) {
        return new Every();
      }
      if (parts.length == 3 && parts[0].equals("random") && Integer.parseInt(parts[2]) > 0) {
        return new OneIn(Integer.parseInt(parts[2]), new AtomicLong(Long.parseLong(parts[1])));
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "unknown schedule '" + text + "': write sites, random:SEED:N with N > 0, or every");
  }

  /**
   * The executions 1, 2, 3, 5, 8, 13, … of each site, so that each one that is reached suspends.
   */
  record Fibonacci() implements Schedule {
    /** The numbers of each length in bits: there are one or two. Asked billions of times. */
    private static final int[] SMALLER = new int[Integer.SIZE + 1];

    private static final int[] GREATER = new int[Integer.SIZE + 1];

    static {
      int previous = 1;
      for (int number = 1; number > 0; ) {
        int length = length(number);
        SMALLER[length] = SMALLER[length] == 0 ? number : SMALLER[length];
        GREATER[length] = number;
        int next = previous + number;
        previous = number;
        number = next;
      }
    }

    @Override
    public boolean isDue(int execution) {
      int length = length(execution);
      return execution == SMALLER[length] || execution == GREATER[length];
    }

    private static int length(int number) {
      return Integer.SIZE - Integer.numberOfLeadingZeros(number);
    }
  }

  /** Every execution. */
  record Every() implements Schedule {
    @Override
    public boolean isDue(int execution) {
      return true;
    }
  }

  /**
   * One execution in {@code n}, by a generator that all threads share (SplitMix64).
   *
   * @param n the mean distance
   * @param state of the generator
   */
  record OneIn(int n, AtomicLong state) implements Schedule {
    @Override
    public boolean isDue(int execution) {
      long z = state.addAndGet(0x9e3779b97f4a7c15L);
      z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
      z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
      return Long.remainderUnsigned(z ^ z >>> 31, n) == 0;
    }
  }
}
