package dev.respool.benchmarks.plain;

/** Where a program would suspend. */
final class Pause {
  private static volatile int paused;

  private Pause() {}

  static void at(int number) {
    paused = number;
  }
}
