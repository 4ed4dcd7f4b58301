package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Generator;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.it.harness.ReleasesMonitors;
import dev.respool.it.harness.TransformedTests;
import dev.respool.snapshot.Obstacle;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** With {@code monitors=release} a suspended coroutine holds no monitor, and a running one all. */
@ExtendWith(TransformedTests.class)
@ReleasesMonitors
@Timeout(60)
class ReleasedMonitorsTest {
  private final Object outer = new Object();
  private final Object inner = new Object();

  @Suspendable
  private String twoFrames() {
    synchronized (outer) {
      String before = held();
      String inside = innerFrame();
      return before + " " + inside + " " + held();
    }
  }

  @Suspendable
  private String innerFrame() {
    synchronized (inner) {
      String first = held();
      Coroutine.yield(first);
      return held();
    }
  }

  private String held() {
    return (Thread.holdsLock(outer) ? "o" : "-") + (Thread.holdsLock(inner) ? "i" : "-");
  }

  @Test
  void a_suspended_coroutine_holds_none_and_a_resumed_one_all_of_them() {
    Coroutine<Object, Object> co = Coroutine.create(x -> twoFrames());
    assertEquals("oi", co.resume());
    assertEquals("--", held());
    assertEquals("o- oi o-", co.resume());
    assertEquals("--", held());
  }

  @Test
  void it_waits_for_the_outermost_first_and_says_so() throws Exception {
    Coroutine<Object, Object> co = Coroutine.create(x -> twoFrames());
    co.resume();
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Thread other = new Thread(() -> hold(outer, taken, leave));
    other.start();
    taken.await();
    Queue<String> messages = new ConcurrentLinkedQueue<>();
    Handler handler = new Messages(messages);
    Logger logger = Logger.getLogger("dev.respool");
    logger.addHandler(handler);
    List<Object> result = new ArrayList<>();
    Thread resumer = new Thread(() -> result.add(co.resume()), "resumer");
    resumer.start();
    try {
      while (messages.isEmpty()) {
        Thread.sleep(5);
      }
      assertEquals(Thread.State.BLOCKED, resumer.getState());
      assertTrue(isFree(inner), "the inner monitor is taken before the outer one");
    } finally {
      leave.countDown();
      logger.removeHandler(handler);
    }
    resumer.join();
    other.join();
    assertEquals(List.of("o- oi o-"), result);
    String message = messages.remove();
    assertTrue(
        message.startsWith("Thread resumer has waited 100 ms for the monitors that "), message);
    assertTrue(message.contains("ReleasedMonitorsTest.twoFrames("), message);
    assertEquals(0, messages.size());
  }

  private static void hold(Object monitor, CountDownLatch taken, CountDownLatch leave) {
    synchronized (monitor) {
      taken.countDown();
      try {
        leave.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static boolean isFree(Object monitor) throws InterruptedException {
    CountDownLatch taken = new CountDownLatch(1);
    Thread thread = new Thread(() -> hold(monitor, taken, new CountDownLatch(0)));
    thread.start();
    boolean free = taken.await(10, TimeUnit.SECONDS);
    thread.join();
    return free;
  }

  private static final class Messages extends Handler {
    private final Queue<String> messages;

    Messages(Queue<String> messages) {
      this.messages = messages;
    }

    @Override
    public void publish(LogRecord line) {
      messages.add(java.text.MessageFormat.format(line.getMessage(), line.getParameters()));
    }

    @Override
    public void flush() {
      // nothing is kept back
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  @Test
  void two_coroutines_exclude_each_other_between_suspensions_only() {
    List<String> log = new ArrayList<>();
    List<Coroutine<Object, Object>> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int number = i;
      all.add(
          Coroutine.create(
              x -> {
                synchronized (outer) {
                  log.add(number + held());
                  Coroutine.yield();
                  log.add(number + held());
                }
                return null;
              }));
    }
    all.forEach(Coroutine::resume);
    all.forEach(Coroutine::resume);
    assertEquals(List.of("0o-", "1o-", "0o-", "1o-"), log);
  }

  @Test
  void closing_runs_finally_blocks_with_their_monitors() {
    List<String> log = new ArrayList<>();
    Coroutine<Object, Object> co =
        Coroutine.create(
            x -> {
              synchronized (outer) {
                try {
                  return innerFrame();
                } finally {
                  log.add(held());
                }
              }
            });
    co.resume();
    co.close();
    assertEquals(List.of("o-"), log);
    assertEquals("--", held());
  }

  @Test
  void a_refused_suspension_leaves_the_monitors_held() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            x -> {
              synchronized (outer) {
                try {
                  Stream.of(1).forEach(one -> innerFrame());
                } catch (NotSuspendableException e) {
                  return held() + " " + innerFrame() + " " + held();
                }
              }
              return "not refused";
            });
    assertEquals("oi", co.resume());
    assertEquals("o- oi o-", co.resume());
    assertEquals("--", held());
  }

  @Suspendable
  private Object failing() {
    synchronized (inner) {
      Coroutine.yield();
      throw new IllegalStateException("inside");
    }
  }

  @Suspendable
  private Object callsFailing() {
    synchronized (outer) {
      return between();
    }
  }

  @Suspendable
  private Object between() {
    return failing();
  }

  @Test
  void an_exception_shows_the_logical_callers_and_nothing_else() {
    Coroutine<Object, Object> co = Coroutine.create(x -> callsFailing());
    co.resume();
    IllegalStateException e = assertThrows(IllegalStateException.class, co::resume);
    List<String> methods =
        Stream.of(e.getStackTrace()).map(StackTraceElement::getMethodName).toList();
    assertEquals(List.of("failing", "between", "callsFailing"), methods.subList(0, 3));
    assertTrue(methods.get(3).startsWith("lambda$"), methods.toString());
    assertEquals("resume", methods.get(4));
    assertEquals("--", held());
  }

  @Test
  void frames_are_those_of_methods_however_often_it_is_resumed() {
    Coroutine<Object, Object> co =
        Coroutine.create(
            x -> {
              synchronized (outer) {
                for (int i = 0; ; i++) {
                  innerFrame();
                  Coroutine.yield(i);
                }
              }
            });
    co.resume();
    for (int i = 0; i < 1000; i++) {
      assertEquals(2, co.frames().size());
      assertEquals(i, co.resume());
      assertEquals(1, co.frames().size());
      assertEquals("oi", co.resume());
    }
    assertTrue(co.stackTrace()[0].getMethodName().equals("innerFrame"));
  }

  @Test
  void generators_release_them_too() {
    List<Integer> out = new ArrayList<>();
    Generator<Integer> numbers =
        Generator.of(
            g -> {
              for (int i = 0; i < 3; i++) {
                synchronized (outer) {
                  g.yield(i);
                  assertTrue(Thread.holdsLock(outer));
                }
                assertFalse(Thread.holdsLock(outer));
              }
            });
    for (int i : numbers) {
      out.add(i);
      assertFalse(Thread.holdsLock(outer));
    }
    assertArrayEquals(new Object[] {0, 1, 2}, out.toArray());
  }

  @Suspendable
  private synchronized Object method() {
    Coroutine.yield(Thread.holdsLock(this));
    return Thread.holdsLock(this);
  }

  @Test
  void a_synchronized_method_is_entered_again() {
    Coroutine<Object, Object> co = Coroutine.create(x -> method());
    assertEquals(true, co.resume());
    assertFalse(Thread.holdsLock(this));
    assertEquals(true, co.resume());
    assertFalse(Thread.holdsLock(this));
  }

  @Test
  void the_frame_that_gave_up_monitors_is_named_where_it_cannot_be_copied() {
    Coroutine<Object, Object> co = Coroutine.create(x -> aroundPlain());
    co.resume();
    String said = assertThrows(IllegalStateException.class, co::fork).getMessage();
    assertTrue(said.contains("ReleasedMonitorsTest.aroundPlain("), said);
    assertTrue(said.contains("has released monitors"), said);
    List<String> places =
        assertThrows(SnapshotException.class, () -> Snapshot.of(co)).obstacles().stream()
            .filter(obstacle -> obstacle.why().contains("released monitors"))
            .map(Obstacle::where)
            .toList();
    assertEquals(1, places.size(), places.toString());
    assertTrue(places.get(0).contains("ReleasedMonitorsTest.aroundPlain("), places.get(0));
    assertEquals("outside", co.resume());
    assertEquals(List.of("end", "end"), List.of(co.fork().resume(), co.resume()));
  }

  @Suspendable
  private String aroundPlain() {
    synchronized (outer) {
      plain();
    }
    Coroutine.yield("outside");
    return "end";
  }

  @Suspendable
  private static void plain() {
    Coroutine.yield("inside");
  }
}
