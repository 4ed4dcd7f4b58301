package dev.respool.loop;

/** What only few tasks have. A task makes it when it first needs one of them. */
final class Rarities {
  /** Null until the task is cancelled. */
  Cancellation cancellation;

  /** Null if the task has no value of a {@link CoroutineLocal}. */
  Binding<?> bindings;

  /** What the task has of the loop's {@link TaskContext}s; null if the loop has none. */
  Object[] captured;

  /** Null if the task has no name. */
  String name;
}
