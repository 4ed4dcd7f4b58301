package dev.respool.it.random;

/** How a run suspends at its yields. */
interface Suspender {
  /** The kinds of runs. */
  enum Kind {
    /** Plain Java: a yield does nothing. */
    NONE,
    /** The JDK's own continuation. */
    INTERNAL,
    /** A coroutine of Respool. */
    COROUTINE
  }

  Kind kind();

  /** Comes back when resumed. */
  void suspend();

  /** One that leaves everything to the interpreter. */
  static Suspender passive(Kind kind) {
    return new Suspender() {
      @Override
      public Kind kind() {
        return kind;
      }

      @Override
      public void suspend() {
        throw new IllegalStateException(kind + " does not suspend here");
      }
    };
  }
}
