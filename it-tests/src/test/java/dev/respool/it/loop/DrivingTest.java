package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.Channel;
import dev.respool.loop.DeadlockException;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DrivingTest {

  @Test
  void a_deadlock_names_each_task_with_its_wait_and_its_place() {
    List<String> log = new ArrayList<>();
    DeadlockException thrown =
        assertThrows(
            DeadlockException.class, () -> Transformed.call(Program.class, "deadlock", log));
    String text = thrown.getMessage();
    assertTrue(text.contains("task 1 waits in Task.await for the end of task 2"), text);
    assertTrue(text.contains("task 2 waits in Channel.receive"), text);
    assertTrue(text.contains("Program.consume(DrivingTest.java:"), text);
    assertTrue(text.contains("task 1 -> task 2 -> Channel.receive"), text);
    assertEquals(List.of("consumer unwound"), log);
  }

  @Test
  void a_deadlock_shows_a_cycle_of_tasks() {
    DeadlockException thrown =
        assertThrows(DeadlockException.class, () -> Transformed.call(Program.class, "cycle"));
    assertTrue(
        thrown.getMessage().contains("task 1 -> task 2 -> task 3 -> task 2"), thrown.getMessage());
  }

  @Test
  void a_blocking_call_has_a_virtual_thread_where_they_do_not_pin() throws Exception {
    String thread = Transformed.call(Program.class, "blockingThread");
    assertEquals(Runtime.version().feature() >= 24, thread.startsWith("VirtualThread["), thread);
  }

  @Test
  void a_deadlock_does_not_hide_a_failure() {
    DeadlockException thrown =
        assertThrows(
            DeadlockException.class, () -> Transformed.call(Program.class, "deadlockAndFailure"));
    assertEquals("lost", thrown.getSuppressed()[0].getMessage());
  }

  @Test
  void a_task_that_resists_a_deadlock_does_not_hang_the_loop() {
    assertThrows(DeadlockException.class, () -> Transformed.call(Program.class, "stubborn"));
  }

  @Test
  void a_loop_can_be_turned_step_by_step() throws Exception {
    assertEquals(
        List.of("tick", "a0", "tick", "a1", "tick", "a2", "tick"),
        Transformed.call(Program.class, "ticks"));
  }

  @Test
  void a_loop_can_be_run_again() throws Exception {
    assertEquals(List.of("first", "second"), Transformed.call(Program.class, "twice"));
  }

  @Test
  void run_until_done_throws_failures_that_nobody_took() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class, () -> Transformed.call(Program.class, "failingRoots"));
    assertEquals("one", thrown.getMessage());
    assertEquals("two", thrown.getSuppressed()[0].getMessage());
  }

  @Test
  void a_loop_runs_its_turns_on_an_executor() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor(job -> new Thread(job, "gui"));
    try {
      assertEquals(List.of("gui", "gui", "gui"), Transformed.call(Program.class, "on", executor));
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void a_loop_runs_on_an_executor_of_several_threads_and_on_one_of_none() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      assertEquals(4_000, (int) Transformed.call(Program.class, "busy", executor));
    } finally {
      executor.shutdown();
    }
    Executor direct = Runnable::run;
    assertEquals(4_000, (int) Transformed.call(Program.class, "busy", direct));
  }

  @Test
  void tasks_end_when_the_executor_refuses_their_turns() {
    Executor refusing =
        job -> {
          throw new RejectedExecutionException("closed");
        };
    ExecutionException thrown =
        assertThrows(
            ExecutionException.class, () -> Transformed.call(Program.class, "on", refusing));
    assertEquals("closed", thrown.getCause().getMessage());
  }

  @Test
  void a_lost_failure_on_an_executor_goes_to_the_failure_handler_and_nowhere_else()
      throws Exception {
    CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    ExecutorService executor = tellingUncaught(uncaught);
    try {
      Transformed.call(Program.class, "failingOn", executor, told);
      assertEquals("nobody looks", told.get(10, TimeUnit.SECONDS).getMessage());
    } finally {
      executor.shutdown();
    }
    assertTrue(executor.awaitTermination(10, TimeUnit.SECONDS));
    assertFalse(uncaught.isDone());
  }

  @Test
  void a_failure_on_an_executor_that_somebody_takes_goes_to_nobody_else() throws Exception {
    CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    ExecutorService executor = tellingUncaught(uncaught);
    try {
      ExecutionException seen =
          Transformed.call(Program.class, "failingOnForSomebody", executor, told);
      assertEquals("somebody looks", seen.getCause().getMessage());
    } finally {
      executor.shutdown();
    }
    assertTrue(executor.awaitTermination(10, TimeUnit.SECONDS));
    assertFalse(told.isDone() || uncaught.isDone());
  }

  @Test
  void a_failure_of_a_child_on_an_executor_is_told_of_once() throws Exception {
    List<String> told = new ArrayList<>();
    ExecutorService executor = tellingUncaught(new CompletableFuture<>());
    try {
      Transformed.call(Program.class, "failingChildOn", executor, told);
    } finally {
      executor.shutdown();
    }
    assertTrue(executor.awaitTermination(10, TimeUnit.SECONDS));
    assertEquals(List.of("task 2: child"), told);
  }

  private static ExecutorService tellingUncaught(CompletableFuture<Throwable> uncaught) {
    return Executors.newSingleThreadExecutor(
        job -> {
          Thread thread = new Thread(job);
          thread.setUncaughtExceptionHandler((t, failure) -> uncaught.complete(failure));
          return thread;
        });
  }

  @Test
  void an_interrupt_cancels_the_root_and_is_not_swallowed() throws Exception {
    Thread.currentThread().interrupt();
    List<String> log = new ArrayList<>();
    try {
      assertThrows(
          CancellationException.class, () -> Transformed.call(Program.class, "sleeping", log));
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals(List.of("finally"), log);
  }

  @Test
  void another_loops_task_can_be_awaited() throws Exception {
    assertEquals("from afar", Transformed.call(Program.class, "acrossLoops"));
  }

  @Test
  void cancelling_its_future_cancels_the_task() throws Exception {
    assertEquals(List.of("finally"), Transformed.call(Program.class, "cancelFuture"));
  }

  @Test
  void a_loop_does_not_run_inside_itself() {
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> Transformed.call(Program.class, "nested"));
    assertTrue(thrown.getMessage().contains("running already"), thrown.getMessage());
  }

  @Test
  void a_loop_may_run_inside_a_task_of_another_one() throws Exception {
    assertEquals("inner", Transformed.call(Program.class, "inner"));
  }

  @Test
  void a_loop_on_an_executor_refuses_to_be_run_by_hand() {
    EventLoop loop = EventLoop.on(Runnable::run);
    assertThrows(IllegalStateException.class, loop::runUntilDone);
    assertThrows(IllegalStateException.class, loop::runPending);
  }

  @Test
  void the_future_of_a_task_carries_its_failure() throws Exception {
    IllegalStateException failure = Transformed.call(Program.class, "failureOfFuture");
    assertSame(IllegalStateException.class, failure.getClass());
  }

  /** Transformed. */
  public static class Program {
    /** Nobody sends. */
    public static void deadlock(List<String> log) {
      EventLoop.run(
          () -> {
            Channel<String> channel = Channel.rendezvous();
            Tasks.async(() -> consume(channel, log)).await();
          });
    }

    @Suspendable
    private static void consume(Channel<String> channel, List<String> log) {
      try {
        channel.receive();
      } finally {
        log.add("consumer unwound");
      }
    }

    /** Two children await each other. */
    public static void cycle() {
      EventLoop.run(
          () -> {
            List<Task<Void>> tasks = new ArrayList<>();
            tasks.add(Tasks.async(() -> awaitOf(tasks, 1)));
            tasks.add(Tasks.async(() -> awaitOf(tasks, 0)));
            tasks.get(0).await();
          });
    }

    @Suspendable
    private static void awaitOf(List<Task<Void>> tasks, int index) {
      tasks.get(index).await();
    }

    /** Its description. */
    public static String blockingThread() {
      return EventLoop.run(() -> Tasks.blocking(() -> Thread.currentThread().toString()));
    }

    /** The sender fails. */
    public static void deadlockAndFailure() {
      EventLoop.run(
          () -> {
            Channel<String> channel = Channel.rendezvous();
            Tasks.async(() -> fail("lost"));
            channel.receive();
          });
    }

    private static void fail(String message) {
      throw new IllegalStateException(message);
    }

    /** Does not notice its cancellation. */
    public static void stubborn() {
      EventLoop.run(
          () -> {
            Channel<String> channel = Channel.rendezvous();
            Tasks.shielded(() -> channel.receive());
          });
    }

    /** A game. */
    public static List<String> ticks() {
      List<String> log = new ArrayList<>();
      EventLoop loop = EventLoop.create();
      loop.spawn(
          () -> {
            for (int i = 0; i < 3; i++) {
              log.add("a" + i);
              Tasks.yieldNow();
            }
          });
      boolean more = true;
      while (more) {
        log.add("tick");
        more = loop.runPending();
      }
      return log;
    }

    /** One after the other. */
    public static List<String> twice() {
      List<String> log = new ArrayList<>();
      EventLoop loop = EventLoop.create();
      for (String name : List.of("first", "second")) {
        loop.spawn(
            () -> {
              Tasks.sleep(Duration.ofMillis(1));
              log.add(name);
            });
        loop.runUntilDone();
      }
      return log;
    }

    /** Two roots fail. */
    public static void failingRoots() {
      EventLoop loop = EventLoop.create();
      loop.spawn(() -> fail("one"));
      loop.spawn(() -> fail("two"));
      loop.runUntilDone();
    }

    /** The threads on which a task runs. */
    public static List<String> on(Executor executor) throws Exception {
      EventLoop loop = EventLoop.on(executor);
      Task<List<String>> task =
          loop.spawn(
              () -> {
                List<String> threads = new ArrayList<>();
                threads.add(Thread.currentThread().getName());
                Tasks.sleep(Duration.ofMillis(10));
                threads.add(Thread.currentThread().getName());
                Tasks.blocking(() -> 1);
                threads.add(Thread.currentThread().getName());
                return threads;
              });
      return task.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Four spawned from outside, each with many turns. */
    public static int busy(Executor executor) throws Exception {
      EventLoop loop = EventLoop.on(executor);
      int[] count = new int[1];
      List<CompletableFuture<Void>> ends = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        ends.add(loop.spawn(() -> turns(count)).toCompletableFuture());
      }
      for (CompletableFuture<Void> end : ends) {
        end.get(20, TimeUnit.SECONDS);
      }
      return count[0];
    }

    @Suspendable
    private static void turns(int[] count) {
      for (int i = 0; i < 1000; i++) {
        count[0]++;
        if (i % 100 == 0) {
          Tasks.sleep(Duration.ofMillis(1));
        } else {
          Tasks.yieldNow();
        }
      }
    }

    /** Nobody takes the failure. */
    public static void failingOn(Executor executor, CompletableFuture<Throwable> told) {
      EventLoop loop = EventLoop.on(executor);
      loop.setFailureHandler((task, failure) -> told.complete(failure));
      loop.spawn(() -> fail("nobody looks"));
    }

    /** Fails while somebody has its future. */
    public static ExecutionException failingOnForSomebody(
        Executor executor, CompletableFuture<Throwable> told) throws Exception {
      EventLoop loop = EventLoop.on(executor);
      loop.setFailureHandler((task, failure) -> told.complete(failure));
      Channel<String> go = Channel.buffered(1);
      Task<Void> task = loop.spawn(() -> fail(go.receive()));
      CompletableFuture<Void> future = task.toCompletableFuture();
      loop.spawn(() -> go.send("somebody looks"));
      try {
        throw new AssertionError(future.get(10, TimeUnit.SECONDS));
      } catch (ExecutionException e) {
        return e;
      }
    }

    /** The parent fails only because its child does. */
    public static void failingChildOn(Executor executor, List<String> told) throws Exception {
      EventLoop loop = EventLoop.on(executor);
      loop.setFailureHandler((task, failure) -> told.add(task + ": " + failure.getMessage()));
      Task<Void> parent = loop.spawn(() -> fails(Tasks.async(() -> fail("child"))));
      while (!parent.isDone()) {
        Thread.sleep(1);
      }
    }

    private static void fails(Task<Void> child) {
      Objects.requireNonNull(child);
    }

    /** Sleeps long. */
    public static void sleeping(List<String> log) {
      EventLoop.run(
          () -> {
            try {
              Tasks.sleep(Duration.ofHours(1));
            } finally {
              log.add("finally");
            }
          });
    }

    /** Two loops. */
    public static String acrossLoops() {
      EventLoop other = EventLoop.on(Runnable::run);
      Task<String> task =
          other.spawn(
              () -> {
                Tasks.sleep(Duration.ofMillis(20));
                return "from afar";
              });
      return EventLoop.run(() -> task.await());
    }

    /** By its future. */
    public static List<String> cancelFuture() {
      List<String> log = new ArrayList<>();
      EventLoop loop = EventLoop.create();
      Task<Void> task =
          loop.spawn(
              () -> {
                try {
                  Tasks.sleep(Duration.ofHours(1));
                } finally {
                  log.add("finally");
                }
              });
      CompletableFuture<Void> future = task.toCompletableFuture();
      loop.runPending();
      future.cancel(true);
      loop.runUntilDone();
      return log;
    }

    /** Itself. */
    public static void nested() {
      EventLoop loop = EventLoop.create();
      loop.spawn(() -> loop.runUntilDone());
      loop.runUntilDone();
    }

    /** A loop in a loop. */
    public static String inner() {
      return EventLoop.run(
          () -> {
            Tasks.yieldNow();
            String value =
                EventLoop.run(
                    () -> {
                      Tasks.sleep(Duration.ofMillis(1));
                      return "inner";
                    });
            Tasks.yieldNow();
            return value;
          });
    }

    /** Its failure. */
    public static Throwable failureOfFuture() throws Exception {
      EventLoop loop = EventLoop.create();
      CompletableFuture<Void> future = loop.spawn(() -> fail("x")).toCompletableFuture();
      loop.runUntilDone();
      try {
        future.get();
        return null;
      } catch (ExecutionException e) {
        return e.getCause();
      }
    }
  }
}
