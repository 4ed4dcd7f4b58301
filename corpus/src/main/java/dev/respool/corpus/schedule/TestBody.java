package dev.respool.corpus.schedule;

import dev.respool.Coroutine;
import dev.respool.CoroutineAction;
import dev.respool.CoroutineException;

/** Runs a test method as the body of a coroutine that is resumed at once after each suspension. */
public final class TestBody {
  private TestBody() {}

  /**
   * Whether a test method that begins now has to be started in a coroutine.
   *
   * @return false inside of one
   */
  public static boolean isOutside() {
    return Coroutine.running() == null;
  }

  /**
   * Runs to the end.
   *
   * @param body the test method
   * @throws Throwable what it throws, as it is
   */
  public static void run(CoroutineAction body) throws Throwable {
    Coroutine<Object, Object> coroutine = Coroutine.create(body);
    try {
      while (!coroutine.isDone()) {
        coroutine.resume();
      }
    } catch (CoroutineException e) {
      throw e.getCause();
    }
  }
}
