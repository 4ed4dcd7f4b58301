package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A finalizer runs on a thread of its own, outside of every coroutine. */
@ExtendWith(TransformedTests.class)
class FinalizerTest {
  private static final int PATIENCE_SECONDS = 30;
  private static final BlockingQueue<Object> OUTCOMES = new LinkedBlockingQueue<>();

  /** Garbage from the beginning. */
  private static final class Garbage {
    @Override
    @Suspendable
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
      try {
        OUTCOMES.add("went on with " + Coroutine.yield("finalized"));
      } catch (IllegalStateException e) {
        OUTCOMES.add(e);
      }
    }
  }

  @Test
  void a_yield_in_a_finalizer_is_refused_and_the_coroutine_that_made_garbage_goes_on()
      throws Exception {
    Coroutine<Object, Object> co =
        Coroutine.create(
            first -> {
              Object outcome = outcome();
              return outcome + " " + Coroutine.yield("later");
            });
    assertEquals("later", co.resume());
    String ended = (String) co.resume("answer");
    assertTrue(ended.contains("attempt to yield from outside a coroutine"), ended);
    assertTrue(ended.endsWith("answer"), ended);
  }

  private static Object outcome() throws InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      new Garbage();
      System.gc();
      Object outcome = OUTCOMES.poll(100, TimeUnit.MILLISECONDS);
      if (outcome != null) {
        return outcome;
      }
    }
    throw new AssertionError("no finalizer ran");
  }
}
