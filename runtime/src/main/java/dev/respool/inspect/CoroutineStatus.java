package dev.respool.inspect;

/** How far a coroutine or the run of a generator is. */
public enum CoroutineStatus {
  /** It has not begun. */
  NEW,
  /** It waits to be resumed. */
  SUSPENDED,
  /** It has waited for an event loop, which suspends those that have resumed it, too. */
  WAITING,
  /** It runs, or has resumed another one that does. */
  RUNNING
}
