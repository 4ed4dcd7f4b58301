package dev.respool.it.targets;

/** Operands pile up to a suspending call in the innermost parentheses. */
public final class DeepOperandStack {
  private DeepOperandStack() {}

  public static Object run() {
    int x = Probe.i(2);
    long y = 3;
    return x + (y * (x - (y + (x * (y - (x + (y * (x + (y - (x * Probe.l(5) + y))))))))));
  }
}
