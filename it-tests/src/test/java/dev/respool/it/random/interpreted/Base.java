package dev.respool.it.random.interpreted;

import dev.respool.it.random.Tape;

/** Its constructors and its methods interpret. */
class Base {
  protected final Tape tape;
  protected final int first;

  Base(Tape tape, int value) {
    this.tape = tape;
    this.first = Interpreter.interpret(tape, value + 1);
  }

  int over(int value, long wide) {
    return (int) (wide + Interpreter.interpret(tape, value));
  }
}
