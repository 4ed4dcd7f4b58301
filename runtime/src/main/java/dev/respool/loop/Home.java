package dev.respool.loop;

/**
 * Guards an object that the tasks of one loop share: while somebody waits for it, nobody else may
 * touch it, because waking a task is not thread-safe.
 */
final class Home {
  private final String what;
  private Reactor loop;

  /** The name says in errors what is guarded: "this channel". */
  Home(String what) {
    this.what = what;
  }

  /** Code of a loop uses it, on the loop's thread. */
  void enter(Reactor user, boolean hasWaiters) {
    if (loop != user) {
      if (hasWaiters) {
        throw foreign("code of another event loop");
      }
      loop = user;
    }
  }

  /** Any code uses it. */
  void enter(boolean hasWaiters) {
    if (hasWaiters && !loop.isLoopThread()) {
      throw foreign("thread " + Thread.currentThread().getName());
    }
  }

  private IllegalStateException foreign(String user) {
    return new IllegalStateException(
        what
            + " is used by "
            + user
            + " while tasks of its own event loop wait for it; it is not thread-safe: use it in"
            + " tasks of one loop only, and reach them from elsewhere by EventLoop.spawn or a"
            + " CompletableFuture");
  }
}
