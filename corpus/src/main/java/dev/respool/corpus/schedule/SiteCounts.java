package dev.respool.corpus.schedule;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What happened at the injected yields so far, for all threads. */
public final class SiteCounts {
  private static final int CHUNK = 1 << 12;

  private static volatile AtomicIntegerArray[] executions = {};
  private static volatile AtomicIntegerArray[] suspended = {};
  private static final LongAdder SUSPENSIONS = new LongAdder();
  private static final Map<String, AtomicLong> REFUSALS = new ConcurrentHashMap<>();

  private static int allocated;

  private SiteCounts() {}

  /**
   * Reserves numbers for the sites of a class.
   *
   * @param count how many
   * @return the first
   */
  public static synchronized int allocate(int count) {
    int first = allocated;
    allocated += count;
    executions = grown(executions);
    suspended = grown(suspended);
    return first;
  }

  private static AtomicIntegerArray[] grown(AtomicIntegerArray[] chunks) {
    int needed = allocated / CHUNK + 1;
    AtomicIntegerArray[] result = Arrays.copyOf(chunks, Math.max(needed, chunks.length));
    for (int i = chunks.length; i < result.length; i++) {
      result[i] = new AtomicIntegerArray(CHUNK);
    }
    return result;
  }

  /** The number of this execution of a site, from 1. */
  static int execution(int site) {
    return executions[site / CHUNK].incrementAndGet(site % CHUNK);
  }

  static void suspended(int site) {
    suspended[site / CHUNK].lazySet(site % CHUNK, 1);
    SUSPENSIONS.increment();
  }

  static void refused(String cause) {
    REFUSALS.computeIfAbsent(cause, c -> new AtomicLong()).incrementAndGet();
  }

  /**
   * The sites that were executed.
   *
   * @return how many
   */
  public static long reached() {
    return used(executions);
  }

  /**
   * The sites that suspended and were resumed.
   *
   * @return how many
   */
  public static long suspendedAt() {
    return used(suspended);
  }

  private static long used(AtomicIntegerArray[] chunks) {
    long count = 0;
    for (AtomicIntegerArray chunk : chunks) {
      for (int i = 0; i < CHUNK; i++) {
        count += chunk.get(i) != 0 ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * The suspensions that were resumed.
   *
   * @return how many
   */
  public static long suspensions() {
    return SUSPENSIONS.sum();
  }

  /**
   * The suspensions that were refused.
   *
   * @return how many, by cause
   */
  public static Map<String, Long> refusals() {
    Map<String, Long> result = new TreeMap<>();
    REFUSALS.forEach((cause, count) -> result.put(cause, count.get()));
    return result;
  }
}
