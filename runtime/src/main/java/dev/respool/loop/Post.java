package dev.respool.loop;

/**
 * An action in an {@link Inbox}, with room for its neighbour there. A task that is spawned is one
 * itself, so that nothing is allocated for its way into the loop.
 */
interface Post extends Runnable {
  /** What it was linked to last: first the one that came before it, then the one behind it. */
  Post neighbour();

  void setNeighbour(Post neighbour);
}
