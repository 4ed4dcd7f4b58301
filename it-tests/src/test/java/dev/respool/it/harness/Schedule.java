package dev.respool.it.harness;

/** At which probe hits a run suspends. */
public interface Schedule {
  /** Asked once a hit; {@code hit} counts from 0. */
  boolean suspendsAt(int hit);

  /** As plain Java runs. */
  static Schedule never() {
    return new Named("never suspended", hit -> false);
  }

  /** At every hit. */
  static Schedule always() {
    return new Named("suspended at every probe", hit -> true);
  }

  /** At about every second hit; the same ones for the same seed, on every JDK. */
  static Schedule seeded(long seed) {
    return new Named("seed " + seed, hit -> (mixed(seed * 1_000_003L + hit) & 1) == 0);
  }

  /** Stafford's variant 13 of the 64-bit finaliser, as in SplittableRandom. */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A schedule that says in messages what it is. */
  record Named(String name, Schedule schedule) implements Schedule {
    @Override
    public boolean suspendsAt(int hit) {
      return schedule.suspendsAt(hit);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
