package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.respool.Suspendable;
import dev.respool.loop.CoroutineLocal;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.TaskContext;
import dev.respool.loop.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

/** Values that belong to a task: the loop's own, and those of other libraries. */
@Timeout(60)
class CoroutineLocalTest {

  @AfterEach
  void clear() {
    MDC.clear();
  }

  @Test
  void each_task_has_its_own_value_across_waits() throws Exception {
    assertEquals(List.of("a a", "b b", "main"), Transformed.call(Program.class, "own"));
  }

  @Test
  void a_child_has_what_its_parent_had_when_it_started() throws Exception {
    assertEquals(
        List.of("child early", "parent late", "child own", "parent late"),
        Transformed.call(Program.class, "inherited"));
  }

  @Test
  void an_initial_value_is_computed_once_in_each_task() throws Exception {
    assertEquals(List.of(1, 1, 2), Transformed.call(Program.class, "initial"));
  }

  @Test
  void where_holds_for_its_body_and_the_tasks_that_it_starts() throws Exception {
    assertEquals(
        List.of("inside", "child inside", "changed", "outside"),
        Transformed.call(Program.class, "where"));
  }

  @Test
  void the_body_of_a_timeout_sets_the_values_of_its_task() throws Exception {
    assertEquals("set inside", Transformed.call(Program.class, "block"));
  }

  @Test
  void a_loggers_context_goes_with_the_task() throws Exception {
    MDC.put("request", "outside");
    assertEquals(
        List.of("a a", "b b", "child of a a", "block a"), Transformed.call(Program.class, "mdc"));
    assertEquals(Map.of("request", "outside"), MDC.getCopyOfContextMap());
  }

  @Test
  void a_spawned_task_has_the_context_of_whoever_spawned_it() throws Exception {
    MDC.put("request", "spawner");
    assertEquals(List.of("spawner"), Transformed.call(Program.class, "spawned"));
  }

  @Test
  void a_context_cannot_be_added_to_a_loop_that_has_tasks() {
    EventLoop loop = EventLoop.create();
    loop.spawn(() -> {});
    assertThrows(IllegalStateException.class, () -> loop.addContext(new Program.Mdc()));
  }

  /** Transformed. */
  public static class Program {
    static final CoroutineLocal<String> NAME = CoroutineLocal.of("nobody");

    static final class Mdc implements TaskContext<Map<String, String>> {
      @Override
      public Map<String, String> capture() {
        return MDC.getCopyOfContextMap();
      }

      @Override
      public void restore(Map<String, String> captured) {
        if (captured == null) {
          MDC.clear();
        } else {
          MDC.setContextMap(captured);
        }
      }
    }

    /** Two tasks that take turns. */
    public static List<String> own() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            NAME.set("main");
            Task<Void> a = Tasks.async(() -> twice("a", log));
            Task<Void> b = Tasks.async(() -> twice("b", log));
            a.await();
            b.await();
            log.add(NAME.get());
          });
      return log;
    }

    @Suspendable
    private static void twice(String name, List<String> log) {
      NAME.set(name);
      Tasks.yieldNow();
      String first = NAME.get();
      Tasks.yieldNow();
      log.add(first + " " + NAME.get());
    }

    /** Both change it later. */
    public static List<String> inherited() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            NAME.set("early");
            Task<Void> child =
                Tasks.async(
                    () -> {
                      log.add("child " + NAME.get());
                      NAME.set("own");
                      Tasks.yieldNow();
                      log.add("child " + NAME.get());
                    });
            NAME.set("late");
            Tasks.yieldNow();
            log.add("parent " + NAME.get());
            child.await();
            log.add("parent " + NAME.get());
          });
      return log;
    }

    /** A counter. */
    public static List<Integer> initial() {
      List<Integer> log = new ArrayList<>();
      int[] count = new int[1];
      CoroutineLocal<Integer> local = CoroutineLocal.withInitial(() -> ++count[0]);
      EventLoop.run(
          () -> {
            Task<Integer> child = Tasks.async(() -> local.get());
            log.add(local.get());
            log.add(local.get());
            log.add(child.await());
          });
      return log;
    }

    /** A body that changes it, too. */
    public static List<String> where() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            NAME.set("outside");
            NAME.where(
                "inside",
                () -> {
                  log.add(NAME.get());
                  log.add("child " + Tasks.async(() -> NAME.get()).await());
                  NAME.set("changed");
                  Tasks.yieldNow();
                  log.add(NAME.get());
                });
            log.add(NAME.get());
          });
      return log;
    }

    /** A block is code of its task. */
    public static String block() {
      return EventLoop.run(
          () -> {
            Tasks.shielded(() -> NAME.set("set inside"));
            return NAME.get();
          });
    }

    /** Tasks that take turns. */
    public static List<String> mdc() {
      List<String> log = new ArrayList<>();
      EventLoop loop = EventLoop.create();
      loop.addContext(new Mdc());
      loop.spawn(
          () -> {
            Task<Void> a = Tasks.async(() -> request("a", log));
            Task<Void> b = Tasks.async(() -> request("b", log));
            a.await();
            b.await();
            MDC.put("request", "a");
            Tasks.async(() -> log.add("child of a " + MDC.get("request"))).await();
            Tasks.shielded(
                () -> {
                  Tasks.yieldNow();
                  log.add("block " + MDC.get("request"));
                });
          });
      loop.runUntilDone();
      return log;
    }

    @Suspendable
    private static void request(String name, List<String> log) {
      MDC.put("request", name);
      Tasks.yieldNow();
      String first = MDC.get("request");
      Tasks.yieldNow();
      log.add(first + " " + MDC.get("request"));
    }

    /** The context of this thread. */
    public static List<String> spawned() {
      List<String> log = new ArrayList<>();
      EventLoop loop = EventLoop.create();
      loop.addContext(new Mdc());
      loop.spawn(() -> log.add(MDC.get("request")));
      MDC.clear();
      loop.runUntilDone();
      return log;
    }
  }
}
