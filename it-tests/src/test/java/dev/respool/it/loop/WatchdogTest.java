package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who keeps the loop. */
@Timeout(60)
class WatchdogTest {
  private static final String PROPERTY = "dev.respool.watchdog";

  @Test
  void a_task_that_blocks_is_named_with_its_stack_and_its_suspended_callers() throws Exception {
    Told told = Transformed.call(Program.class, "blocked");
    assertEquals("task 1", told.task());
    assertTrue(told.held().compareTo(Program.LIMIT) >= 0, told.toString());
    assertEquals(List.of("keeps", "inner", "outer"), told.methods().subList(0, 3));
    assertTrue(
        told.classes().stream().noneMatch(name -> name.startsWith("dev.respool.loop")),
        told.toString());
  }

  @Test
  void a_task_that_has_not_waited_yet_is_named_too() throws Exception {
    Told told = Transformed.call(Program.class, "blockedAtOnce");
    assertEquals(List.of("keeps", "blockedAtOnce"), told.methods().subList(0, 2));
    assertTrue(
        told.classes().stream().noneMatch(name -> name.startsWith("dev.respool.loop")),
        told.toString());
  }

  @Test
  void without_a_handler_it_is_logged() throws Exception {
    LogRecord said = saidBy("logged");
    assertTrue(said.getMessage().startsWith("task 1 has kept its event loop for "), "what");
    assertTrue(said.getMessage().contains("Tasks.blocking"), said.getMessage());
  }

  @Test
  void a_system_property_sets_it_on_all_loops() throws Exception {
    System.setProperty(PROPERTY, "20");
    try {
      String said = saidBy("run").getMessage();
      assertTrue(said.startsWith("task 1 has kept its event loop for "), said);
    } finally {
      System.clearProperty(PROPERTY);
    }
  }

  @Test
  void a_system_property_may_be_more_milliseconds_than_an_int_has() {
    System.setProperty(PROPERTY, "3000000000");
    try {
      assertDoesNotThrow(EventLoop::create);
    } finally {
      System.clearProperty(PROPERTY);
    }
  }

  @Test
  void a_system_property_that_is_no_number_is_told_of() {
    System.setProperty(PROPERTY, "20 ms");
    try {
      Throwable thrown = assertThrows(IllegalArgumentException.class, EventLoop::create);
      assertEquals(
          "the system property dev.respool.watchdog is '20 ms': write how many milliseconds a task"
              + " may run without a wait, or 0 for no watchdog",
          thrown.getMessage());
    } finally {
      System.clearProperty(PROPERTY);
    }
  }

  /** What is logged while that method of the program runs. */
  private static LogRecord saidBy(String method) throws Exception {
    LinkedBlockingQueue<LogRecord> records = new LinkedBlockingQueue<>();
    Logger logger = Logger.getLogger("dev.respool");
    Handler handler = new Recording(records);
    logger.addHandler(handler);
    try {
      Transformed.call(Program.class, method, records);
    } finally {
      logger.removeHandler(handler);
    }
    return records.remove();
  }

  /** What a handler was told. */
  public record Told(String task, Duration held, List<StackTraceElement> stack) {
    private List<String> methods() {
      return stack.stream()
          .filter(element -> element.getClassName().equals(Program.class.getName()))
          .map(element -> element.getMethodName().replaceAll("lambda\\$(\\w+)\\$\\d+", "$1"))
          .toList();
    }

    private List<String> classes() {
      return stack.stream().map(StackTraceElement::getClassName).toList();
    }
  }

  /** Transformed. */
  public static class Program {
    static final Duration LIMIT = Duration.ofMillis(20);

    private static EventLoop watched(LinkedBlockingQueue<Told> told) {
      EventLoop loop = EventLoop.create();
      loop.setWatchdog(
          LIMIT, (task, held, stack) -> told.add(new Told(task.toString(), held, List.of(stack))));
      return loop;
    }

    /** Blocks after a wait. A first try may be told of before, while it loads classes. */
    public static Told blocked() {
      LinkedBlockingQueue<Told> told = new LinkedBlockingQueue<>();
      List<Told> all = new ArrayList<>();
      do {
        EventLoop loop = watched(told);
        loop.spawn(() -> outer(told, all));
        loop.runUntilDone();
      } while (!isIn("keeps", last(all).stack()));
      assertTrue(told.stream().noneMatch(more -> isIn("goesOn", more.stack())));
      return last(all);
    }

    @Suspendable
    private static void outer(LinkedBlockingQueue<Told> told, List<Told> all) throws Exception {
      inner(told, all);
      Tasks.yieldNow();
    }

    @Suspendable
    private static void inner(LinkedBlockingQueue<Told> told, List<Told> all) throws Exception {
      Tasks.yieldNow();
      told.clear();
      all.add(keeps(told));
      goesOn();
    }

    private static void goesOn() throws InterruptedException {
      Thread.sleep(3 * LIMIT.toMillis());
    }

    /** Keeps the loop until the watchdog has said so. */
    private static <T> T keeps(LinkedBlockingQueue<T> said) throws InterruptedException {
      return said.poll(1, TimeUnit.MINUTES);
    }

    private static boolean isIn(String method, List<StackTraceElement> stack) {
      return stack.stream().anyMatch(element -> element.getMethodName().equals(method));
    }

    private static <T> T last(List<T> all) {
      return all.get(all.size() - 1);
    }

    /** Blocks before any wait. */
    public static Told blockedAtOnce() {
      LinkedBlockingQueue<Told> told = new LinkedBlockingQueue<>();
      List<Told> all = new ArrayList<>();
      do {
        EventLoop loop = watched(told);
        loop.spawn(() -> all.add(keeps(told)));
        loop.runUntilDone();
      } while (!isIn("keeps", last(all).stack()));
      return last(all);
    }

    /** Keeps the loop until that has been logged. */
    public static void logged(LinkedBlockingQueue<LogRecord> records) {
      EventLoop loop = EventLoop.create();
      loop.setWatchdog(LIMIT);
      loop.spawn(() -> records.add(keeps(records)));
      loop.runUntilDone();
    }

    /** The same in a loop that the program does not see. */
    public static void run(LinkedBlockingQueue<LogRecord> records) {
      EventLoop.run(() -> records.add(keeps(records)));
    }
  }
}
