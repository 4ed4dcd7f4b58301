package dev.respool.loop;

/** What only few tasks have. A task makes it when it first needs one of them. */
final class Rarities {
  /** Null until the task is cancelled. */
  Cancellation cancellation;
}
