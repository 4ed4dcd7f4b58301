package dev.respool.loop;

import dev.respool.CoroutineException;
import dev.respool.inspect.WaitKind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Waits for a completion stage. */
final class StageWait extends ExternalWait {
  private final CompletionStage<?> stage;

  StageWait(CompletionStage<?> stage) {
    this.stage = stage;
  }

  /** Only an ordinary future may be asked: a subclass need not answer, a minimal stage throws. */
  static boolean isDone(CompletionStage<?> stage) {
    return stage.getClass() == CompletableFuture.class && ((CompletableFuture<?>) stage).isDone();
  }

  /** The result of one that is done. */
  static <T> T now(CompletionStage<T> done) {
    try {
      return done.toCompletableFuture().join();
    } catch (RuntimeException e) {
      throw Failures.raise(Failures.ofStage(e));
    }
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
  WaitKind kind() {
    return WaitKind.FUTURE;
  }

  @Override
  String text(Function<Object, String> shown) {
    return "Tasks.await for " + shown.apply(stage);
  }

  @Override
  public String toString() {
    return text(String::valueOf);
  }
}
