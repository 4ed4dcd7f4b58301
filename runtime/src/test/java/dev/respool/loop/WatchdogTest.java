package dev.respool.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a watchdog tells of a task, with a time of the test's. */
class WatchdogTest {
  private static final Duration LIMIT = Duration.ofNanos(100);

  private final Reactor reactor = new Reactor();
  private final List<String> told = new ArrayList<>();
  private final Watchdog watchdog =
      new Watchdog(
          reactor, LIMIT, (task, held, stack) -> told.add(task + " for " + held.toNanos()));

  private void step(TaskAction body) {
    TaskState task = reactor.start(body, null);
    long outer = reactor.thread().enter();
    watchdog.step(task);
    reactor.thread().leave(outer);
  }

  @Test
  void a_step_is_told_of_once_when_it_has_been_seen_for_the_limit() {
    step(
        () -> {
          watchdog.look(1000);
          watchdog.look(1099);
          assertEquals(List.of(), told);
          watchdog.look(1100);
          watchdog.look(9999);
        });
    assertEquals(List.of("task 1 for 100"), told);
  }

  @Test
  void steps_that_are_short_do_not_add_up() {
    for (int i = 0; i < 10; i++) {
      int start = i * 90;
      step(
          () -> {
            watchdog.look(start);
            watchdog.look(start + 80);
          });
    }
    assertEquals(List.of(), told);
  }

  @Test
  void what_is_between_steps_is_nobody_s() {
    step(() -> watchdog.look(0));
    watchdog.look(50);
    watchdog.look(5000);
    step(
        () -> {
          watchdog.look(5050);
          watchdog.look(5100);
        });
    assertEquals(List.of(), told);
  }

  @Test
  void a_later_step_is_told_of_again() {
    for (int start : List.of(0, 1000)) {
      step(
          () -> {
            watchdog.look(start);
            watchdog.look(start + 100);
          });
    }
    assertEquals(List.of("task 1 for 100", "task 2 for 100"), told);
  }

  @Test
  void a_handler_that_throws_is_called_once_and_hurts_nobody() {
    Watchdog throwing =
        new Watchdog(
            reactor,
            LIMIT,
            (task, held, stack) -> {
              told.add("called");
              throw new IllegalStateException("the handler of a test");
            });
    TaskState task =
        reactor.start(
            (TaskAction)
                () -> {
                  throwing.look(0);
                  throwing.look(100);
                  throwing.look(200);
                },
            null);
    long outer = reactor.thread().enter();
    throwing.step(task);
    reactor.thread().leave(outer);
    assertEquals(List.of("called"), told);
    assertEquals(null, task.failure());
  }

  @Test
  void a_negative_limit_is_refused_and_zero_is_none() {
    EventLoop loop = EventLoop.create();
    assertThrows(IllegalArgumentException.class, () -> loop.setWatchdog(Duration.ofNanos(-1)));
    loop.setWatchdog(Duration.ofDays(1));
    loop.setWatchdog(Duration.ZERO);
    assertEquals(null, loop.reactor().watchdog());
  }
}
