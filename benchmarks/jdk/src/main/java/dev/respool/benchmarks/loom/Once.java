package dev.respool.benchmarks.loom;

/** A continuation that lives for one workload: it is started, may yield once, and ends. */
final class Once implements Runnable {
  private final int x;
  private final boolean yields;
  private int result;

  Once(int x, boolean yields) {
    this.x = x;
    this.yields = yields;
  }

  @Override
  public void run() {
    if (yields) {
      result = x;
      Continuations.suspend();
    }
    result = x + 1;
  }

  /** What the last run of the continuation has left. */
  int result() {
    return result;
  }
}
