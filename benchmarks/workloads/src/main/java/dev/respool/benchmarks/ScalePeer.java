package dev.respool.benchmarks;

/**
 * Programs that a peer runs on its own event loop, with its own channels and timers, all on one
 * thread. Each returns an answer that is the same for all peers. A peer has a public constructor
 * without parameters.
 */
public interface ScalePeer {
  /**
   * Passes an int around a ring of coroutines, each of which sends on, through a rendezvous
   * channel, what it receives plus 1.
   *
   * @param coroutines how many
   * @param messages how many sends in all; the first sends 0
   * @return the last int received, {@code messages - 1}
   */
  int ring(int coroutines, int messages);

  /**
   * Lets coroutines sleep at the same time, coroutine i for {@code 1 + i % 1,000} milliseconds.
   *
   * @param coroutines how many
   * @return how many have woken, which is all
   */
  int timers(int coroutines);

  /**
   * Lets coroutines take turns: each lets all others run, again and again, and counts each turn.
   *
   * @param coroutines how many
   * @param turns how many times each of them yields its turn
   * @return {@code coroutines * turns}
   */
  int turns(int coroutines, int turns);
}
