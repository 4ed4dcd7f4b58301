package dev.respool.inspect;

/**
 * How much a loop has to do and to watch.
 *
 * @param runnable tasks in the queue of those that may run
 * @param posted actions that other threads have handed over and that no turn has taken in; from
 *     10,000 on they are not counted further
 * @param timers timers that are set
 * @param channels waits for channels of the network
 * @param operations operations outside the loop that have not ended: futures, files, blocking calls
 */
public record QueueLengths(int runnable, int posted, int timers, int channels, int operations) {
  /** Nothing to do. */
  public static final QueueLengths NONE = new QueueLengths(0, 0, 0, 0, 0);
}
