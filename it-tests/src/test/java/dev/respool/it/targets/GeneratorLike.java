package dev.respool.it.targets;

/** A loop that produces, one that filters and one that sums, each suspended alike. */
public final class GeneratorLike {
  private GeneratorLike() {}

  public static Object run() {
    long a = 0;
    long b = 1;
    long sum = 0;
    int seen = 0;
    while (b < 2_000) {
      long next = a + b;
      a = b;
      b = next;
      if (Probe.l(a) % 2 == 0) {
        sum += a;
        seen++;
        Probe.hit("even number " + seen);
      }
    }
    return sum + " in " + seen;
  }
}
