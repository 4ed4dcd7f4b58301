package dev.respool.it.random.interpreted;

/** A step behind an interface. */
interface Step {
  int take(int value);

  /** One that the interface has itself. */
  default int twice(int value) {
    return take(value) + 2 * take(value + 1);
  }
}
