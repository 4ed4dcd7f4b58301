package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.LoopHost;
import dev.respool.loop.Semaphore;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a host tells its loop: {@link EventLoop#turn}. */
@Timeout(60)
class HostEventTest {

  @Test
  void a_task_that_an_event_wakes_goes_on_before_the_call_returns() throws Exception {
    assertEquals(
        List.of("event", "woken", "returned", "actions of the host: 0"),
        Transformed.call(Program.class, "wake"));
  }

  @Test
  void an_event_that_comes_while_a_turn_is_on_its_way_waits_for_it() throws Exception {
    assertEquals(
        List.of("returned", "event", "begun"), Transformed.call(Program.class, "onItsWay"));
  }

  @Test
  void an_event_within_a_step_does_not_run_a_task_inside_of_it() throws Exception {
    assertEquals(
        List.of("event", "end of the step", "woken"),
        Transformed.call(Program.class, "withinStep"));
  }

  @Test
  void a_task_that_is_not_done_after_the_turn_goes_on_in_an_action_of_the_host() throws Exception {
    assertEquals(
        List.of("first", "returned", "second"), Transformed.call(Program.class, "yielding"));
  }

  @Test
  void no_event_is_lost_and_no_steps_overlap_when_several_threads_tell_of_events()
      throws Exception {
    assertEquals(40_000, (int) Transformed.call(Program.class, "manyThreads"));
  }

  @Test
  void tasks_end_if_the_host_refuses_to_go_on_after_an_event() throws Exception {
    assertEquals("refused", Transformed.call(Program.class, "refusing"));
  }

  @Test
  void a_loop_without_a_host_knows_no_events() {
    for (EventLoop loop : List.of(EventLoop.create(), EventLoop.on(Runnable::run))) {
      IllegalStateException thrown =
          assertThrows(IllegalStateException.class, () -> loop.turn(() -> {}));
      assertTrue(thrown.getMessage().contains("EventLoop.on(LoopHost)"), thrown.getMessage());
    }
  }

  /** Transformed. */
  public static class Program {
    /** The order of what happens. */
    public static List<String> wake() {
      List<String> log = new ArrayList<>();
      Host host = new Host();
      EventLoop loop = EventLoop.on(host);
      Semaphore semaphore = new Semaphore(0);
      loop.spawn(() -> acquire(semaphore, log));
      host.runAll();
      loop.turn(() -> release(semaphore, log));
      log.add("returned");
      log.add("actions of the host: " + host.actions.size());
      return log;
    }

    @Suspendable
    private static void acquire(Semaphore semaphore, List<String> log) {
      semaphore.acquire();
      log.add("woken");
    }

    private static void release(Semaphore semaphore, List<String> log) {
      log.add("event");
      semaphore.release();
    }

    /** The order of what happens. */
    public static List<String> onItsWay() {
      List<String> log = new ArrayList<>();
      Host host = new Host();
      EventLoop loop = EventLoop.on(host);
      loop.spawn(() -> log.add("begun"));
      loop.turn(() -> log.add("event"));
      log.add("returned");
      host.runAll();
      return log;
    }

    /** The order of what happens. */
    public static List<String> withinStep() {
      List<String> log = new ArrayList<>();
      Host host = new Host();
      EventLoop loop = EventLoop.on(host);
      Semaphore semaphore = new Semaphore(0);
      loop.spawn(() -> acquire(semaphore, log));
      loop.spawn(
          () -> {
            loop.turn(() -> release(semaphore, log));
            log.add("end of the step");
          });
      host.runAll();
      return log;
    }

    /** The order of what happens. */
    public static List<String> yielding() {
      List<String> log = new ArrayList<>();
      Host host = new Host();
      EventLoop loop = EventLoop.on(host);
      loop.turn(() -> loop.spawn(() -> twice(log)));
      log.add("returned");
      host.runAll();
      return log;
    }

    @Suspendable
    private static void twice(List<String> log) {
      log.add("first");
      Tasks.yieldNow();
      log.add("second");
    }

    /** How many events the task has seen. */
    public static int manyThreads() throws Exception {
      ExecutorService pool = Executors.newFixedThreadPool(4);
      EventLoop loop = EventLoop.on(new PoolHost(pool));
      Semaphore semaphore = new Semaphore(0);
      AtomicInteger inside = new AtomicInteger();
      Task<Integer> counter = loop.spawn(() -> count(semaphore, inside, 40_000));
      for (int thread = 0; thread < 4; thread++) {
        pool.execute(() -> tell(loop, semaphore, 10_000));
      }
      int count = counter.toCompletableFuture().get(50, TimeUnit.SECONDS);
      pool.shutdown();
      return count;
    }

    private static void tell(EventLoop loop, Semaphore semaphore, int events) {
      for (int i = 0; i < events; i++) {
        loop.turn(semaphore::release);
      }
    }

    @Suspendable
    private static int count(Semaphore semaphore, AtomicInteger inside, int events) {
      int count = 0;
      while (count < events) {
        semaphore.acquire();
        if (inside.incrementAndGet() != 1) {
          throw new IllegalStateException("two steps at a time");
        }
        count++;
        inside.decrementAndGet();
      }
      return count;
    }

    /** Why the task has ended. */
    public static String refusing() throws Exception {
      Host host = new Host();
      EventLoop loop = EventLoop.on(host);
      host.refuses = true;
      List<Task<Void>> task = new ArrayList<>();
      loop.turn(() -> task.add(loop.spawn(() -> twice(new ArrayList<>()))));
      return task.get(0)
          .toCompletableFuture()
          .handle((nothing, failure) -> failure.getMessage())
          .get();
    }

    /** Runs an action when the test says so. */
    static final class Host implements LoopHost {
      final Queue<Runnable> actions = new ArrayDeque<>();
      boolean refuses;

      @Override
      public void execute(Runnable action) {
        if (refuses) {
          throw new RejectedExecutionException("refused");
        }
        actions.add(action);
      }

      @Override
      public void schedule(Runnable action, Duration delay) {
        throw new RejectedExecutionException("no timers");
      }

      void runAll() {
        for (Runnable next = actions.poll(); next != null; next = actions.poll()) {
          next.run();
        }
      }
    }

    /** Any of its threads runs an action. */
    record PoolHost(ExecutorService pool) implements LoopHost {
      @Override
      public void execute(Runnable action) {
        pool.execute(action);
      }

      @Override
      public void schedule(Runnable action, Duration delay) {
        throw new RejectedExecutionException("no timers");
      }
    }
  }
}
