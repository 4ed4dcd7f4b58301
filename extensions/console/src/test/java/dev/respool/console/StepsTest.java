package dev.respool.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.inspect.InspectableLoop;
import dev.respool.inspect.InspectionOptions;
import dev.respool.inspect.LoopPicture;
import dev.respool.inspect.LoopStatus;
import dev.respool.inspect.LoopSteps;
import dev.respool.inspect.TaskFilter;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import dev.respool.loop.TestLoop;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the console asks of loops: some of the tasks, and one step after the other. */
@Timeout(60)
class StepsTest {
  private static final int STEPS = 20;

  @Suspendable
  private static void count(AtomicInteger steps) {
    while (steps.incrementAndGet() < STEPS) {
      Tasks.sleep(Duration.ofSeconds(1));
    }
  }

  private static LoopPicture picture(InspectableLoop loop) {
    LoopPicture picture = loop.inspect(InspectionOptions.standard());
    assertEquals(LoopStatus.ANSWERED, picture.status());
    return picture;
  }

  @Test
  void a_halted_loop_takes_one_step_at_a_time_and_can_be_inspected() throws Exception {
    AtomicInteger steps = new AtomicInteger();
    TestLoop test = TestLoop.create(1);
    test.spawn(() -> count(steps));
    InspectableLoop loop = test.loop().inspectable();
    LoopSteps gate = loop.steps();
    gate.pause();
    assertTrue(gate.isPaused());
    Thread tester = new Thread(test::runUntilDone);
    tester.start();
    for (int i = 1; i <= 5; i++) {
      while (steps.get() < i) {
        gate.step(); // does nothing until the loop stands again
        Thread.onSpinWait();
      }
      assertEquals(1, picture(loop).counts().live());
    }
    assertTrue(gate.now().compareTo(Duration.ofSeconds(4)) >= 0, () -> "at " + gate.now());
    assertTrue(tester.isAlive());
    gate.resume();
    tester.join();
    assertEquals(STEPS, steps.get());
    assertFalse(gate.isPaused());
  }

  @Test
  void a_loop_in_real_time_cannot_be_halted() {
    assertNull(EventLoop.create().inspectable().steps());
  }

  @Test
  void a_filter_chooses_which_tasks_are_shown_and_all_are_counted() throws Exception {
    try (Program program = new Program()) {
      program.sleepers(100);
      LoopPicture even = program.inspect(TaskFilter.ids(id -> id % 2 == 0), 1000);
      assertEquals(51, even.tasks().size());
      assertEquals(102, even.counts().live());
      assertTrue(even.complete());
      LoopPicture named =
          program.inspect(new TaskFilter(id -> true, task -> "keeper".equals(task.name())), 1);
      assertEquals(1, named.tasks().size());
      assertFalse(named.complete(), "there may have been a further one");
      assertTrue(program.inspect(TaskFilter.ids(id -> false), 0).complete());
    }
  }
}
