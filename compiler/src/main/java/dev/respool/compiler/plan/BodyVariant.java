package dev.respool.compiler.plan;

/**
 * Whether the body of a method moves into a variant that takes the carrier as its last parameter,
 * and where that asks for the method's number, which it needs to tell its callees of their calls.
 */
public enum BodyVariant {
  /** The body stays where it is. */
  NONE,
  /** The variant asks when it is entered, if it tells anything. */
  ASKS_FIRST,
  /**
   * The variant asks at the only point at which it tells, which comes at most once. Where that
   * point is seldom reached, as the yield of a recursion is, the others need not pay for it.
   */
  ASKS_WHERE_IT_TELLS
}
