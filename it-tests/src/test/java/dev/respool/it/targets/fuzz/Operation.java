package dev.respool.it.targets.fuzz;

/** What a trace is made of. An operation that calls runs the following ones in the callee. */
public enum Operation {
  /** Ends the call. */
  RETURN,
  /** Suspends, unless the trace runs without its yields. */
  YIELD,
  /** Calls a method with an int. */
  CALL,
  /** Calls a method with a double, and doubles below the call on the stack. */
  CALL_DOUBLE,
  /** Calls a method with 61 arguments of all kinds. */
  CALL_MANY,
  /** Calls through an interface. */
  CALL_INTERFACE,
  /** Calls with locals of every kind that live across the call. */
  LOCALS,
  /** Calls in a try block with handlers and a finally block. */
  CATCH,
  /** Throws. */
  THROW,
  /** Calls three times in a loop. */
  LOOP,
  /** Calls in the arguments of a constructor. */
  ARGUMENT,
  /** Calls in a constructor. */
  CONSTRUCTOR,
  /** Calls through a lambda. */
  LAMBDA,
  /** Calls through a method reference that is a function of the JDK. */
  REFERENCE,
  /** Calls by reflection: a foreign frame. */
  REFLECTION,
  /** Calls through a proxy of the JDK: a foreign frame. */
  PROXY,
  /** Calls from a loop of the JDK: a foreign frame. */
  FOR_EACH;

  /** Whether no suspension gets through. */
  public boolean isForeign() {
    return this == REFLECTION || this == PROXY || this == FOR_EACH;
  }
}
