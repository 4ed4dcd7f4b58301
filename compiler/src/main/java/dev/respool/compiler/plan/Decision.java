package dev.respool.compiler.plan;

/** What becomes of a method. */
public sealed interface Decision permits MethodPlan, Refusal, Decision.Unchanged {
  /** The method stays as it is, because it cannot suspend. */
  record Unchanged() implements Decision {}
}
