package dev.respool.loop;

/**
 * What operations cost that need not wait, of the budget that a task has between two waits. A
 * client that is served at once because it has asked again keeps those waiting that have asked
 * meanwhile: so two requests are answered in one turn, and no more.
 */
final class Cost {
  /** Who has spent it lets others have their turn. */
  static final int BUDGET = 64;

  /** Takes in what is in memory already. */
  static final int BUFFERED = 1;

  /** Writes to a channel. */
  static final int WRITE = 4;

  /** Sends or receives one datagram, or accepts one client. */
  static final int ONE = 8;

  /** Reads from a connection. */
  static final int READ = 30;

  private Cost() {}
}
