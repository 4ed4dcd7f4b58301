package dev.respool.loop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What other threads have handed to a loop, in the order of its arrival. Any thread adds; the
 * loop's takes. While nothing arrives, asking costs one read.
 */
final class Inbox {
  private static final VarHandle NEWEST;

  static {
    try {
      NEWEST = MethodHandles.lookup().findVarHandle(Inbox.class, "newest", Post.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile Post newest;
  private Post oldest; // of those that the loop's thread has taken over and not run; mostly null

  /**
   * Adds an action that is in no inbox; any thread. What that thread does next is done after it.
   */
  void add(Post post) {
    Post before;
    do {
      before = newest;
      post.setNeighbour(before);
    } while (!NEWEST.compareAndSet(this, before, post));
  }

  /** Runs what is in here, the oldest first. What is behind an action that throws stays. */
  void run() {
    while (!isEmpty()) {
      run(oldest != null ? oldest : reversed((Post) NEWEST.getAndSet(this, null)));
    }
  }

  private void run(Post first) {
    Post next = first;
    try {
      while (next != null) {
        Post post = next;
        next = post.neighbour();
        post.setNeighbour(null);
        post.run();
      }
    } finally {
      oldest = next;
    }
  }

  /** How many actions there are, but not more than the given number; loop's thread. */
  int size(int most) {
    int size = 0;
    for (Post post = oldest; post != null && size < most; post = post.neighbour()) {
      size++;
    }
    for (Post post = newest; post != null && size < most; post = post.neighbour()) {
      size++;
    }
    return size;
  }

  private static Post reversed(Post last) {
    Post first = null;
    for (Post post = last; post != null; ) {
      Post before = post.neighbour();
      post.setNeighbour(first);
      first = post;
      post = before;
    }
    return first;
  }

  /** Whether there is nothing to run; another thread may miss what the loop's has taken over. */
  boolean isEmpty() {
    return newest == null && oldest == null;
  }
}
