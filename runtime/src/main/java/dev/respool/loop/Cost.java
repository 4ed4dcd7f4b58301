package dev.respool.loop;

/**
 * What operations cost that need not wait, of the budget that a task has between two waits. Who
 * asks the system costs others more time than who takes what is in memory.
 */
final class Cost {
  /** Who has spent it lets others have their turn. */
  static final int BUDGET = 64;

  /** Takes in what is in memory already. */
  static final int BUFFERED = 1;

  /** Writes to a channel. */
  static final int WRITE = 4;

  /** Reads from a connection, sends or receives one datagram, or accepts one client. */
  static final int TAKE = 8;

  private Cost() {}
}
