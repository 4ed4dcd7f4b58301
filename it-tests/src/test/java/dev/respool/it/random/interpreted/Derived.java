package dev.respool.it.random.interpreted;

import dev.respool.it.random.Tape;

/** Is constructed in two parts, and calls what it overrides. */
final class Derived extends Base {
  private final int second;

  Derived(Tape tape, int value) {
    super(tape, value);
    this.second = first * 31 + Interpreter.interpret(tape, value + 2);
  }

  @Override
  int over(int value, long wide) {
    return second - super.over(value, wide * 3) + first;
  }

  int sum() {
    return first ^ second;
  }
}
