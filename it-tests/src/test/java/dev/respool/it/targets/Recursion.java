package dev.respool.it.targets;

/** A method that calls itself twice, with operands kept over the first call. */
public final class Recursion {
  private Recursion() {}

  public static Object run() {
    return fibonacci(6) + " " + ackermann(1, 2);
  }

  private static long fibonacci(int n) {
    return n < 2 ? Probe.i(n) : fibonacci(n - 1) + fibonacci(n - 2);
  }

  private static int ackermann(int m, int n) {
    if (m == 0) {
      return Probe.i(n + 1);
    }
    return n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
  }
}
