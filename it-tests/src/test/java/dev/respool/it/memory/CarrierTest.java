package dev.respool.it.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.CloseableIterator;
import dev.respool.Coroutine;
import dev.respool.Generator;
import dev.respool.IntGenerator;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Tasks;
import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A thread on which coroutines ran holds nothing of them, and nothing of Respool holds it. */
@ExtendWith(TransformedTests.class)
class CarrierTest {
  private static final int THREADS = 20;

  private final Reachability objects = new Reachability();

  @Suspendable
  private Object round(Object first) {
    byte[] local = objects.array();
    objects.watch(Coroutine.<Object>yield(objects.array()));
    return local.length + first.hashCode() > 0 ? objects.array() : objects.array();
  }

  private Coroutine<Object, Object> suspended() {
    Coroutine<Object, Object> co = objects.watch(Coroutine.create(this::round));
    co.resume(objects.array());
    return co;
  }

  private void ended() {
    suspended().resume(objects.array());
  }

  private void closed() {
    suspended().close();
  }

  private void failed() {
    Coroutine<Object, Object> co =
        objects.watch(
            Coroutine.create(
                first -> {
                  round(first);
                  throw objects.watch(new IllegalStateException());
                }));
    co.resume(objects.array());
    assertThrows(IllegalStateException.class, () -> co.resume(objects.array()));
  }

  private void refused() {
    Coroutine<Object, Object> co =
        objects.watch(
            Coroutine.create(
                first -> {
                  List.of(objects.array()).forEach(this::round);
                  return null;
                }));
    assertThrows(NotSuspendableException.class, () -> co.resume(objects.array()));
    assertThrows(IllegalStateException.class, () -> round(objects.array()));
  }

  private void nested() {
    Coroutine<Object, Object> co =
        objects.watch(
            Coroutine.create(
                first -> {
                  ended();
                  Coroutine.yield(objects.array());
                  failed();
                  generated();
                  return objects.array();
                }));
    co.resume(objects.array());
    co.resume(objects.array());
  }

  private void generated() {
    Generator<Object> elements =
        Generator.of(
            g -> {
              g.yield(objects.array());
              ended();
              g.yield(objects.array());
            });
    for (Object element : elements) {
      objects.watch(element);
    }
    try (CloseableIterator<Object> iterator = objects.watch(elements.iterator())) {
      assertTrue(iterator.hasNext());
    }
    for (int element : IntGenerator.of(g -> g.yield(objects.array().length))) {
      assertTrue(element > 0);
    }
  }

  private void looped() {
    byte[] result =
        EventLoop.run(
            () -> {
              byte[] local = objects.array();
              Tasks.yieldNow();
              assertEquals(local.length, Tasks.async(objects::array).await().length);
              return objects.array();
            });
    assertTrue(result.length > 0);
  }

  private void everything() {
    ended();
    closed();
    failed();
    refused();
    nested();
    generated();
    looped();
  }

  private static void run(Thread thread) throws InterruptedException {
    thread.start();
    thread.join();
  }

  /** What one kind of end leaves behind must not be hidden by the next one. */
  @Test
  void each_way_to_end_leaves_nothing_in_the_thread() {
    List<Runnable> ways =
        List.of(
            this::ended,
            this::closed,
            this::failed,
            this::refused,
            this::nested,
            this::generated,
            this::looped,
            this::suspended);
    for (Runnable way : ways) {
      way.run();
      objects.assertAllCollected();
    }
  }

  @Test
  void a_thread_that_lives_on_holds_nothing_when_all_has_ended() throws Exception {
    ExecutorService living = Executors.newSingleThreadExecutor();
    try {
      living.submit(this::everything).get();
      objects.assertAllCollected();
      living.submit(() -> assertEquals(null, Coroutine.running())).get();
    } finally {
      living.shutdown();
    }
  }

  @Test
  void a_carrier_that_was_renewed_holds_nothing() {
    for (int i = 0; i < 5000; i++) {
      Coroutine.create(() -> {}).resume();
    }
    everything();
    objects.assertAllCollected();
  }

  @Test
  void threads_that_have_ended_are_not_held() throws Exception {
    for (int i = 0; i < THREADS; i++) {
      run(objects.watch(new Thread(this::everything)));
    }
    objects.assertAllCollected();
  }

  @Test
  void a_suspended_coroutine_does_not_hold_the_thread_that_it_ran_on() throws Exception {
    Coroutine<Object, Object> co = Coroutine.create(() -> Coroutine.yield());
    run(objects.watch(new Thread(co::resume)));
    objects.assertAllCollected();
    assertEquals(Coroutine.Status.SUSPENDED, co.status());
    Reference.reachabilityFence(co);
  }
}
