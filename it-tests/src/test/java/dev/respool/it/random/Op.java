package dev.respool.it.random;

/**
 * What a step of a fuzzed trace does; all but the last three interpret the rest below themselves.
 */
public enum Op {
  CALL_INT,
  CALL_DOUBLE,
  CALL_MIXED,
  CALL_VIRTUAL,
  CALL_INTERFACE,
  CATCH,
  FINALLY,
  LAMBDA,
  REFERENCE,
  REFLECTION,
  PROXY,
  CONSTRUCTOR,
  LOOP,
  YIELD,
  THROW,
  RETURN;

  /** Leaves frames of the JDK on the stack, across which nothing suspends. */
  boolean isForeign() {
    return this == REFLECTION || this == PROXY;
  }

  /** Has steps below itself. */
  boolean nests() {
    return this != YIELD && this != THROW && this != RETURN;
  }
}
