package dev.respool.loop;

import dev.respool.CoroutineException;
import java.util.concurrent.CompletionStage;

/** Waits for a completion stage. */
final class StageWait extends ExternalWait {
  private final CompletionStage<?> stage;

  StageWait(CompletionStage<?> stage) {
    this.stage = stage;
  }

  @Override
  void start() {
    stage.whenComplete((value, failure) -> ended(value, 0, failure));
  }

  @Override
  void deliver(Object value, long prim, Throwable failure) {
    Throwable inner = Failures.ofStage(failure);
    if (inner == null) {
      succeed(value);
    } else if (inner instanceof RuntimeException || inner instanceof Error) {
      failAsIs(inner);
    } else {
      fail(new CoroutineException(inner));
    }
  }

  @Override
  public String toString() {
    return "Tasks.await for " + stage;
  }
}
