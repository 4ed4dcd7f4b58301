package dev.respool.loop;

/** What a send does to a buffer that is full. */
public enum Overflow {
  /** It waits until there is room. */
  SUSPEND,

  /** It drops the oldest value of the buffer and never waits. */
  DROP_OLDEST,

  /** It drops the value that it was to send and never waits. */
  DROP_NEWEST
}
