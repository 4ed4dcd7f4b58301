package dev.respool.it.random;

/** By what a step of a route calls the rest, or what it does instead. */
public enum Link {
  ALPHA,
  BETA,
  GAMMA,
  BOTH,
  LAMBDA,
  REFERENCE,
  PLAIN_REFERENCE,
  FORWARDER(true),
  OVERRIDE(true),
  PROXY(true),
  CHANGED,
  CHANGED_FORWARDER(true),
  FORWARDING_REFERENCE(true),
  IDLE,
  FAILING,
  ABSENT,
  VIRTUAL,
  VIRTUAL_OVERRIDE(true),
  UNNAMED(true),
  LOCKED(true),
  STATIC,
  LONG,
  DOUBLE,
  VOID,
  PLAIN_STATIC(true),
  PLAIN_LONG(true),
  PLAIN_DOUBLE(true),
  PLAIN_VOID(true),
  TWIN_AA,
  TWIN_BB,
  CROSSED(true),
  STATIC_BB,
  STATIC_CROSSED(true),
  BRIDGE,
  DEFAULT,
  CONSTRUCTOR,
  PLAIN_CONSTRUCTOR(true),
  OPERATOR,
  COMPOSED(true),
  HANDLE(true),
  REFLECTION(true),
  INITIALISER,
  LOADER,
  NESTED,
  CATCH,
  YIELD,
  THROW,
  RETURN;

  private final boolean foreign;

  Link() {
    this(false);
  }

  Link(boolean foreign) {
    this.foreign = foreign;
  }

  /** Whether a frame stands in it that cannot be captured, from its begin to its end. */
  boolean isForeign() {
    return foreign;
  }

  /** Whether steps below it may yield. */
  boolean nests() {
    return switch (this) {
      case IDLE, FAILING, ABSENT, YIELD, THROW, RETURN -> false;
      default -> true;
    };
  }

  /** How often it is drawn, beside the others. */
  int weight() {
    return switch (this) {
      case YIELD -> 28;
      case RETURN -> 10;
      case CATCH, INITIALISER, LOADER -> 4;
      case IDLE, FAILING, ABSENT -> 3;
      default -> foreign ? 1 : 2;
    };
  }
}
