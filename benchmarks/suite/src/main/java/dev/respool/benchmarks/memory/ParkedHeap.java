package dev.respool.benchmarks.memory;

import dev.respool.benchmarks.Peer;
import dev.respool.benchmarks.Peers;
import dev.respool.benchmarks.fork.Told;
import java.lang.ref.Reference;

/**
 * How many bytes of the heap are in use after parking many coroutines, less those before, for each
 * coroutine. The array that holds the coroutines is there before. To be run in a JVM of its own.
 */
public final class ParkedHeap {
  private static final int FIRST = 1_000;
  private static final int VAIN_COLLECTIONS = 4;
  private static final int PAUSE = 20;

  private ParkedHeap() {}

  /**
   * Tells {@code bytes}.
   *
   * @param arguments the peer, the depth, the number of coroutines
   * @throws InterruptedException never
   */
  public static void main(String[] arguments) throws InterruptedException {
    Peer peer = Peers.named(arguments[0]);
    int depth = Integer.parseInt(arguments[1]);
    Object[] first = new Object[FIRST]; // loads what the peer needs
    Object[] parked = new Object[Integer.parseInt(arguments[2])];
    park(peer, depth, first);
    long before = used();
    park(peer, depth, parked);
    long after = used();
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(parked);
    Reference.reachabilityFence(peer);
    Told.tell("bytes", (double) (after - before) / parked.length);
    System.exit(0); // some peers leave threads
  }

  private static void park(Peer peer, int depth, Object[] parked) {
    for (int i = 0; i < parked.length; i++) {
      parked[i] = peer.park(depth);
    }
  }

  /** What is in use when collections find nothing more; cleaners and references take their time. */
  private static long used() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int vain = 0; vain < VAIN_COLLECTIONS; vain++) {
      System.gc();
      Thread.sleep(PAUSE);
      long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      if (used < least) {
        least = used;
        vain = 0;
      }
    }
    return least;
  }
}
