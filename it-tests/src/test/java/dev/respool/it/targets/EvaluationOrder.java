package dev.respool.it.targets;

/** Operands are evaluated left to right and each keeps the value that it had. */
public final class EvaluationOrder {
  private EvaluationOrder() {}

  private int n;

  public static Object run() {
    EvaluationOrder self = new EvaluationOrder();
    int local = 1;
    int sum = local + (local = Probe.i(5)) * local + self.next() - self.n * self.next() + self.n;
    int[] array = {0, 0, 0};
    int index = 0;
    array[index++] = index + Probe.i(index) + index++;
    array[index] = index = Probe.i(0);
    boolean same = self.next() == self.n;
    return sum + " " + array[0] + " " + array[1] + array[2] + index + same;
  }

  private int next() {
    n++;
    return Probe.i(n);
  }
}
