package dev.respool.benchmarks.loom;

import dev.respool.benchmarks.stackful.Strands;
import java.util.ArrayDeque;
import java.util.Queue;

/** A hand-made run queue of continuations. */
final class LoomStrands implements Strands {
  private final Queue<Object> ready = new ArrayDeque<>();
  private Object current;

  @Override
  public void spawn(Runnable body) {
    ready.add(Continuations.create(body));
  }

  @Override
  public Object current() {
    return current;
  }

  @Override
  public void suspend() {
    Continuations.suspend();
  }

  @Override
  public void wake(Object strand) {
    ready.add(strand);
  }

  @Override
  public void run() {
    for (Object next = ready.poll(); next != null; next = ready.poll()) {
      current = next;
      Continuations.run(next);
    }
  }
}
