package dev.respool.benchmarks.loom;

import dev.respool.benchmarks.IntSource;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A generator: a continuation, and the element that it has yielded. */
final class LoomGenerator implements IntSource, IntConsumer {
  private final Object continuation;
  private int element;
  private boolean ended;

  LoomGenerator(Consumer<? super LoomGenerator> body) {
    this.continuation =
        Continuations.create(
            () -> {
              body.accept(this);
              ended = true;
            });
  }

  /** Yields, in the body. */
  @Override
  public void accept(int next) {
    element = next;
    Continuations.suspend();
  }

  @Override
  public int next() {
    Continuations.run(continuation);
    return element;
  }

  /** Whether the last {@link #next} ran into the body's end. */
  boolean ended() {
    return ended;
  }
}
