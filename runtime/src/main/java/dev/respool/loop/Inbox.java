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

  /** An action and its neighbour: first the one that came before it, then the one behind it. */
  private static final class Post {
    final Runnable action;
    Post next;

    Post(Runnable action) {
      this.action = action;
    }
  }

  private volatile Post newest;
  private Post oldest; // of those that the loop's thread has taken over, to be polled one by one

  /** Adds an action; any thread. What that thread does next is done after it. */
  void add(Runnable action) {
    Post post = new Post(action);
    do {
      post.next = newest;
    } while (!NEWEST.compareAndSet(this, post.next, post));
  }

  /** The oldest action, which is in here no more; null if there is none. */
  Runnable poll() {
    if (oldest == null && newest != null) {
      oldest = reversed((Post) NEWEST.getAndSet(this, null));
    }
    Post first = oldest;
    if (first == null) {
      return null;
    }
    oldest = first.next;
    return first.action;
  }

  /** How many actions there are, but not more than the given number; loop's thread. */
  int size(int most) {
    int size = 0;
    for (Post post = oldest; post != null && size < most; post = post.next) {
      size++;
    }
    for (Post post = newest; post != null && size < most; post = post.next) {
      size++;
    }
    return size;
  }

  private static Post reversed(Post last) {
    Post first = null;
    for (Post post = last; post != null; ) {
      Post before = post.next;
      post.next = first;
      first = post;
      post = before;
    }
    return first;
  }

  /** Whether there is nothing to poll; another thread may miss what the loop's has taken over. */
  boolean isEmpty() {
    return newest == null && oldest == null;
  }
}
