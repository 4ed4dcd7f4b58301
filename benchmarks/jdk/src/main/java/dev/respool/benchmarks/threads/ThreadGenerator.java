package dev.respool.benchmarks.threads;

import dev.respool.benchmarks.IntSource;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A generator: a virtual thread, and the element that it has yielded. */
final class ThreadGenerator implements IntSource, IntConsumer {
  /** Ends the body of a generator that is closed. */
  private static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Closed() {
      super("the generator is closed", null, false, false);
    }
  }

  private final RunQueue queue;
  private final Thread thread;
  private int element;
  private boolean started;
  private boolean ended;
  private boolean closed;

  ThreadGenerator(RunQueue queue, Consumer<? super ThreadGenerator> body) {
    this.queue = queue;
    this.thread = queue.start(() -> run(body));
  }

  private void run(Consumer<? super ThreadGenerator> body) {
    try {
      body.accept(this);
    } catch (Closed e) {
      // The thread ends: its consumer has what it wanted.
    }
    ended = true;
  }

  /** Yields, in the body. */
  @Override
  public void accept(int next) {
    element = next;
    queue.suspend();
    if (closed) {
      throw new Closed();
    }
  }

  @Override
  public int next() {
    if (started) {
      queue.wake(thread);
    }
    started = true;
    queue.run();
    return element;
  }

  /** Whether the last {@link #next} ran into the body's end. */
  boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    closed = true;
    next();
  }
}
