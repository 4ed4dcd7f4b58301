package dev.respool.it.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.DoubleGenerator;
import dev.respool.Generator;
import dev.respool.IntGenerator;
import dev.respool.LongGenerator;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.TaskAction;
import dev.respool.loop.Tasks;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is suspended and no longer referenced goes, with everything that it holds. */
@ExtendWith(TransformedTests.class)
class DroppedTest {
  private static final int DEPTH = 50;

  private final Reachability objects = new Reachability();

  /** Holds an array in each of its frames, and more below. */
  @Suspendable
  private int hold(int depth) {
    byte[] array = objects.array();
    if (depth > 1) {
      return array.length + hold(depth - 1);
    }
    Coroutine.yield();
    return array.length;
  }

  private Coroutine<Object, Object> suspended(int depth) {
    Coroutine<Object, Object> co = objects.watch(Coroutine.create(first -> hold(depth)));
    co.resume();
    return co;
  }

  @Test
  void a_suspended_coroutine_holds_its_locals_until_it_is_dropped() {
    Coroutine<Object, Object> co = suspended(1);
    objects.assertReachable(0, 1);
    assertEquals(Coroutine.Status.SUSPENDED, co.status());
    co = null;
    objects.assertAllCollected();
  }

  @Test
  void all_frames_of_a_dropped_coroutine_go() {
    assertEquals(Coroutine.Status.SUSPENDED, suspended(DEPTH).status());
    objects.assertAllCollected();
  }

  @Test
  void a_coroutine_that_never_started_goes_with_what_its_body_captured() {
    notStarted();
    objects.assertAllCollected();
  }

  private void notStarted() {
    byte[] array = objects.array();
    objects.watch(Coroutine.create(first -> array.length));
  }

  @Test
  void a_dropped_run_of_a_generator_goes() {
    Generator<byte[]> elements =
        Generator.of(
            g -> {
              byte[] local = objects.array();
              g.yield(objects.array());
              g.yield(local);
            });
    lookAhead(elements.iterator());
    objects.assertAllCollected();
  }

  @Test
  void dropped_runs_of_primitive_generators_go() {
    lookAhead(IntGenerator.of(g -> g.yield(objects.array().length + more(g::yield))).iterator());
    lookAhead(LongGenerator.of(g -> g.yield(objects.array().length + more(g::yield))).iterator());
    lookAhead(DoubleGenerator.of(g -> g.yield(objects.array().length + more(g::yield))).iterator());
    objects.assertAllCollected();
  }

  /** An int that is yielded. */
  private interface Out {
    @Suspendable
    void yield(int element);
  }

  @Suspendable
  private int more(Out out) {
    byte[] array = objects.array();
    out.yield(1);
    return array.length;
  }

  private void lookAhead(Iterator<?> iterator) {
    assertTrue(objects.watch(iterator).hasNext());
  }

  @Test
  void a_coroutine_goes_with_the_suspended_generator_that_it_reads() {
    reader();
    objects.assertAllCollected();
  }

  private void reader() {
    Generator<byte[]> elements =
        Generator.of(
            g -> {
              byte[] local = objects.array();
              for (; ; ) {
                g.yield(local);
              }
            });
    Coroutine<Object, Object> co =
        Coroutine.create(
            () -> {
              for (byte[] element : elements) {
                Coroutine.yield(element.length);
              }
            });
    objects.watch(co).resume();
    co.resume();
  }

  @Test
  void a_dropped_loop_goes_with_its_tasks() {
    parked(() -> Tasks.sleep(Duration.ofHours(1)));
    parked(
        () -> {
          for (; ; ) {
            Tasks.yieldNow();
          }
        });
    parked(() -> Channel.rendezvous().receive());
    parked(() -> Tasks.await(new CompletableFuture<>()));
    parked(() -> Tasks.async(() -> Tasks.sleep(Duration.ofHours(1))).await());
    objects.assertAllCollected();
  }

  @Test
  void a_dropped_loop_goes_although_it_has_a_watchdog() {
    watched();
    objects.assertAllCollected();
  }

  private void watched() {
    EventLoop loop = objects.watch(EventLoop.create());
    byte[] array = objects.array();
    loop.setWatchdog(Duration.ofMillis(1), (task, held, stack) -> assertEquals(0, array.length));
  }

  private void parked(TaskAction wait) {
    EventLoop loop = objects.watch(EventLoop.create());
    objects.watch(
        loop.spawn(
            () -> {
              byte[] local = objects.array();
              wait.run();
              assertEquals(0, local.length);
            }));
    assertTrue(loop.runPending());
    assertTrue(loop.runPending());
  }

  @Test
  void a_cancelled_task_goes_although_the_loop_goes_on_and_what_it_awaited_is_still_to_come() {
    EventLoop loop = EventLoop.create();
    CompletableFuture<Object> never = new CompletableFuture<>();
    Task<Void> other = loop.spawn(() -> Tasks.sleep(Duration.ofHours(1)));
    cancelled(loop, never);
    assertTrue(loop.runPending());
    objects.assertAllCollected();
    assertTrue(loop.runPending() && !other.isDone() && !never.isDone());
  }

  private void cancelled(EventLoop loop, CompletableFuture<Object> never) {
    Task<Integer> task = objects.watch(loop.spawn(() -> objects.array().length + awaiting(never)));
    assertTrue(loop.runPending());
    task.cancel();
  }

  @Suspendable
  private int awaiting(CompletableFuture<Object> never) {
    byte[] local = objects.array();
    Tasks.await(never);
    return local.length;
  }

  @Test
  void children_that_have_ended_go_although_their_parent_waits() {
    EventLoop loop = EventLoop.create();
    Task<Void> parent =
        loop.spawn(
            () -> {
              for (int i = 0; i < DEPTH; i++) {
                Tasks.async(objects::array).await();
              }
              Tasks.sleep(Duration.ofHours(1));
            });
    for (int i = 0; i < 4 * DEPTH; i++) {
      assertTrue(loop.runPending());
    }
    objects.assertAllCollected();
    assertTrue(!parent.isDone());
    Reference.reachabilityFence(loop);
  }
}
