package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.LoopHost;
import dev.respool.loop.Semaphore;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.awt.EventQueue;
import java.time.Duration;
import java.util.List;
import java.util.Vector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link EventLoop#turn} in hosts of several kinds. */
@Timeout(60)
class HostKindsTest {

  static Stream<Kind> kinds() {
    return Stream.of(Kind.values()).filter(Kind::isKnown);
  }

  private static List<String> run(Kind kind, String program) throws Exception {
    try (Host host = new Host(kind.executor())) {
      return Transformed.call(Program.class, program, host);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_coroutine_that_an_event_wakes_runs_within_it_on_its_thread(Kind kind) throws Exception {
    assertEquals(
        List.of("begun in " + kind, "event in " + kind, "woken in " + kind, "returned in " + kind),
        run(kind, "wake"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void each_of_several_events_is_answered_before_the_next(Kind kind) throws Exception {
    assertEquals(
        List.of("event 1", "woken 1", "event 2", "woken 2", "event 3", "woken 3"),
        run(kind, "order"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_a_coroutine_throws_does_not_reach_the_event(Kind kind) throws Exception {
    assertEquals(
        List.of("told that it was thrown by the task", "returned", "another task"),
        run(kind, "failingTask"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_an_event_throws_ends_the_tasks_and_the_loop_can_be_used_again(Kind kind)
      throws Exception {
    assertEquals(
        List.of("returned", "ended, for it was thrown by the event", "another task"),
        run(kind, "failingEvent"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_event_within_an_event_is_part_of_the_same_turn(Kind kind) throws Exception {
    assertEquals(
        List.of("outer", "inner", "end of outer", "woken", "returned"), run(kind, "nested"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_event_told_by_a_thread_of_nobody_runs_there_and_the_next_turn_in_the_host(Kind kind)
      throws Exception {
    assertEquals(
        List.of("event in no host", "woken in no host", "next turn in " + kind),
        run(kind, "elsewhere"));
  }

  /** Who runs the actions of a host. */
  enum Kind {
    GUI,
    THREAD,
    VIRTUAL;

    boolean isKnown() {
      return this != VIRTUAL || Runtime.version().feature() >= 21;
    }

    Executor executor() throws ReflectiveOperationException {
      return switch (this) {
        case GUI -> EventQueue::invokeLater;
        case THREAD -> Executors.newSingleThreadExecutor(job -> new Thread(job, "THREAD"));
        case VIRTUAL ->
            (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      };
    }
  }

  private record Host(Executor executor) implements LoopHost, AutoCloseable {
    @Override
    public void execute(Runnable action) {
      executor.execute(action);
    }

    @Override
    public void schedule(Runnable action, Duration delay) {
      CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, executor)
          .execute(action);
    }

    @Override
    public void close() {
      if (executor instanceof ExecutorService service) {
        service.shutdown();
      }
    }
  }

  /** Transformed. */
  public static class Program {
    private final List<String> log = new Vector<>();
    private final Semaphore semaphore = new Semaphore(0);
    private final CompletableFuture<List<String>> end = new CompletableFuture<>();
    private final LoopHost host;
    private final EventLoop loop;

    private Program(LoopHost host) {
      this.host = host;
      this.loop = EventLoop.on(host);
    }

    private static String place() {
      String thread = Thread.currentThread().getName();
      if (EventQueue.isDispatchThread()) {
        return "GUI";
      }
      boolean virtual = Thread.currentThread().getClass().getSimpleName().equals("VirtualThread");
      return virtual ? "VIRTUAL" : thread.equals("THREAD") ? thread : "no host";
    }

    private List<String> inHost(Runnable events) throws Exception {
      host.execute(
          () -> {
            try {
              events.run();
            } catch (Throwable t) {
              end.completeExceptionally(t);
            }
          });
      return end.get();
    }

    private void release() {
      semaphore.release();
    }

    private void release(String event) {
      log.add(event);
      semaphore.release();
    }

    @Suspendable
    private void takeOnce(String name) {
      semaphore.acquire();
      log.add(name);
    }

    private void tellOfAnother() {
      loop.turn(() -> loop.spawn(() -> log.add("another task")));
    }

    /** The order of what happens. */
    public static List<String> wake(LoopHost host) throws Exception {
      Program program = new Program(host);
      return program.inHost(program::wakeHere);
    }

    private void wakeHere() {
      loop.turn(() -> loop.spawn(() -> tellPlaces()));
      loop.turn(() -> release("event in " + place()));
      log.add("returned in " + place());
      end.complete(log);
    }

    @Suspendable
    private void tellPlaces() {
      log.add("begun in " + place());
      semaphore.acquire();
      log.add("woken in " + place());
    }

    /** The order of what happens. */
    public static List<String> order(LoopHost host) throws Exception {
      Program program = new Program(host);
      return program.inHost(program::beginOrder);
    }

    private void beginOrder() {
      loop.turn(() -> loop.spawn(() -> takeThrice()));
      event(1);
    }

    @Suspendable
    private void takeThrice() {
      for (int i = 1; i <= 3; i++) {
        takeOnce("woken " + i);
      }
    }

    /** Each in an action of its own. */
    private void event(int number) {
      loop.turn(() -> release("event " + number));
      if (number == 3) {
        end.complete(log);
      } else {
        host.execute(() -> event(number + 1));
      }
    }

    /** The order of what happens. */
    public static List<String> failingTask(LoopHost host) throws Exception {
      Program program = new Program(host);
      return program.inHost(program::failTask);
    }

    private void failTask() {
      loop.setFailureHandler((task, failure) -> log.add("told that it " + failure.getMessage()));
      loop.turn(() -> loop.spawn(() -> fail()));
      loop.turn(this::release);
      log.add("returned");
      tellOfAnother();
      end.complete(log);
    }

    @Suspendable
    private void fail() {
      semaphore.acquire();
      throw new IllegalStateException("was thrown by the task");
    }

    /** The order of what happens. */
    public static List<String> failingEvent(LoopHost host) throws Exception {
      Program program = new Program(host);
      return program.inHost(program::failEvent);
    }

    private void failEvent() {
      CompletableFuture<Void> task = new CompletableFuture<>();
      loop.turn(() -> spawn(task));
      loop.turn(
          () -> {
            throw new IllegalStateException("was thrown by the event");
          });
      log.add("returned");
      task.whenComplete((nothing, failure) -> log.add("ended, for it " + failure.getMessage()));
      tellOfAnother();
      end.complete(log);
    }

    private void spawn(CompletableFuture<Void> end) {
      Task<Void> task = loop.spawn(() -> takeOnce("not woken"));
      task.toCompletableFuture()
          .whenComplete((nothing, failure) -> end.completeExceptionally(failure));
    }

    /** The order of what happens. */
    public static List<String> nested(LoopHost host) throws Exception {
      Program program = new Program(host);
      return program.inHost(program::nest);
    }

    private void nest() {
      loop.turn(() -> loop.spawn(() -> takeOnce("woken")));
      loop.turn(
          () -> {
            log.add("outer");
            loop.turn(() -> release("inner"));
            log.add("end of outer");
          });
      log.add("returned");
      end.complete(log);
    }

    /** The order of what happens. */
    public static List<String> elsewhere(LoopHost host) throws Exception {
      Program program = new Program(host);
      CompletableFuture<Void> begun = new CompletableFuture<>();
      host.execute(
          () -> {
            program.loop.turn(() -> program.loop.spawn(() -> program.tellTurns()));
            begun.complete(null);
          });
      begun.get();
      program.loop.turn(() -> program.release("event in " + place()));
      return program.end.get();
    }

    @Suspendable
    private void tellTurns() {
      semaphore.acquire();
      log.add("woken in " + place());
      Tasks.yieldNow();
      log.add("next turn in " + place());
      end.complete(log);
    }
  }
}
