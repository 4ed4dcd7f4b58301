package dev.respool.console.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import dev.respool.loop.TestLoop;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A loop in virtual time. */
class VirtualTimeTest extends Scenario {
  @Test
  void a_loop_in_virtual_time_is_halted_and_runs_step_by_step() throws Exception {
    AtomicInteger steps = new AtomicInteger();
    AtomicBoolean end = new AtomicBoolean();
    TestLoop test = TestLoop.create(1);
    test.spawn(() -> count(steps, end)).named("counter");
    Thread tester = new Thread(test::runUntilDone, "tester");
    tester.start();
    try {
      look();
      browser.click(".test button");
      browser.awaitText(".test", "Step");
      String all = "return [...document.querySelectorAll('.test button')].length";
      assertEquals(2L, browser.script(all));
      browser.await("it stands", () -> stands(steps));
      int before = steps.get();
      browser.click(".test button + button");
      browser.await("one step", () -> steps.get() == before + 1);
      browser.await("and no more", () -> stands(steps) && steps.get() == before + 1);
      assertClean("test-loop");
      browser.click(".test button");
      browser.await("it runs", () -> steps.get() > before + 100);
    } finally {
      end.set(true);
      console.close();
      tester.join(60_000);
    }
    assertFalse(tester.isAlive(), "what was halted goes on when the console is closed");
  }

  private static boolean stands(AtomicInteger steps) {
    int before = steps.get();
    Thread.yield();
    return steps.get() == before;
  }

  @Suspendable
  private static void count(AtomicInteger steps, AtomicBoolean end) {
    while (!end.get()) {
      Tasks.sleep(Duration.ofSeconds(1));
      steps.incrementAndGet();
    }
  }
}
