package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.Generator;
import dev.respool.Suspendable;
import dev.respool.inspect.CoroutinePicture;
import dev.respool.inspect.Inspection;
import dev.respool.inspect.InspectionOptions;
import dev.respool.inspect.LocalPicture;
import dev.respool.inspect.LoopPicture;
import dev.respool.inspect.LoopStatus;
import dev.respool.inspect.QueueLengths;
import dev.respool.inspect.TaskPicture;
import dev.respool.inspect.TaskStatus;
import dev.respool.inspect.WaitKind;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.LoopGroup;
import dev.respool.loop.Mutex;
import dev.respool.loop.Select;
import dev.respool.loop.Task;
import dev.respool.loop.TaskAction;
import dev.respool.loop.Tasks;
import dev.respool.loop.TcpServer;
import dev.respool.loop.TestLoop;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is seen of a loop. */
@Timeout(60)
class InspectionTest {
  private static Map<Long, TaskPicture> byId(LoopPicture loop) {
    return loop.tasks().stream().collect(Collectors.toMap(TaskPicture::id, task -> task));
  }

  @Test
  void tasks_show_what_they_wait_for_where_and_with_which_values() throws Exception {
    LoopPicture loop = Transformed.call(Program.class, "waiting");
    assertEquals(LoopStatus.ANSWERED, loop.status());
    assertTrue(loop.complete());
    TaskPicture receiver = byId(loop).get(2L);
    assertEquals("task 2 (receiver)", receiver.label());
    assertEquals(1, receiver.parent());
    assertEquals(TaskStatus.WAITING, receiver.status());
    assertEquals(WaitKind.CHANNEL, receiver.waitKind());
    assertEquals("Channel.receive", receiver.waitsFor());
    StackTraceElement place = receiver.stack().frames().get(0).element();
    assertEquals("receives", place.getMethodName());
    assertEquals("InspectionTest.java", place.getFileName());
    assertEquals(
        List.of("word=\"hello\"", "numbers=[1, 2, 3]"),
        receiver.stack().frames().get(0).locals().stream().map(Object::toString).toList());
    assertTrue(receiver.stack().complete());
  }

  @Test
  void each_sort_of_wait_has_its_kind() throws Exception {
    LoopPicture loop = Transformed.call(Program.class, "kinds");
    Map<WaitKind, Long> counted = loop.counts().waitingFor();
    Map<WaitKind, Long> shown =
        loop.tasks().stream()
            .filter(task -> task.waitKind() != null)
            .collect(Collectors.groupingBy(TaskPicture::waitKind, Collectors.counting()));
    assertEquals(shown, counted);
    assertEquals(
        Map.of(
            WaitKind.TIMER, 1L,
            WaitKind.CHANNEL, 1L,
            WaitKind.SOCKET, 1L,
            WaitKind.LOCK, 1L,
            WaitKind.TASK, 1L,
            WaitKind.FUTURE, 1L,
            WaitKind.BLOCKING, 1L,
            WaitKind.SELECT, 1L),
        counted);
    assertEquals(1, loop.counts().running());
    QueueLengths queues = loop.queues();
    assertEquals(1, queues.timers(), queues.toString());
    assertEquals(1, queues.channels(), queues.toString());
    assertEquals(2, queues.operations(), queues.toString());
  }

  @Test
  void a_task_that_asks_sees_itself_running_and_one_that_has_not_begun() throws Exception {
    LoopPicture loop = Transformed.call(Program.class, "asksItself");
    TaskPicture self = byId(loop).get(1L);
    assertEquals(TaskStatus.RUNNING, self.status());
    assertEquals(List.of(), self.stack().frames());
    TaskPicture fresh = byId(loop).get(2L);
    assertEquals(TaskStatus.RUNNABLE, fresh.status());
    assertTrue(fresh.body().startsWith(Program.class.getName()), fresh.body());
    assertEquals(1, loop.queues().runnable());
    assertEquals(0, loop.counts().ended());
  }

  @Test
  void two_tasks_with_two_mutexes_are_a_cycle() throws Exception {
    LoopPicture loop = Transformed.call(Program.class, "mutexes");
    assertEquals(List.of(List.of(2L, 3L)), loop.waitGraph().cycles());
    assertEquals("Mutex.lock, held by task 3", byId(loop).get(2L).waitsFor());
    assertEquals(List.of("task 2 -> task 3 -> task 2"), loop.waitGraph().chains());
  }

  @Test
  void a_busy_loop_shows_its_task_and_the_stack_of_its_thread() throws Exception {
    LoopPicture loop = Transformed.call(Program.class, "busy");
    assertEquals(LoopStatus.BUSY, loop.status());
    assertEquals(1, loop.running());
    assertFalse(loop.complete());
    List<String> methods =
        loop.thread().stack().stream()
            .filter(element -> element.getClassName().equals(Program.class.getName()))
            .map(StackTraceElement::getMethodName)
            .toList();
    assertEquals(List.of("blocks", "busyBody"), methods.subList(0, 2));
    assertEquals(Thread.State.WAITING, loop.thread().state());
  }

  @Test
  void a_loop_that_nobody_runs_is_read_by_who_asks() throws Exception {
    LoopPicture loop = Transformed.call(Program.class, "resting");
    assertEquals(LoopStatus.ANSWERED, loop.status());
    assertEquals(1, loop.counts().waiting());
    assertEquals("Tasks.sleep for PT1H", loop.tasks().get(0).waitsFor());
  }

  @Test
  void an_executor_that_runs_no_turn_is_told_of() {
    EventLoop loop = EventLoop.on(action -> {});
    LoopPicture picture =
        loop.inspectable()
            .inspect(InspectionOptions.standard().withTimeLimit(Duration.ofMillis(20)));
    assertEquals(LoopStatus.NOT_RUN, picture.status());
  }

  @Test
  void the_time_of_a_wait_counts_from_the_first_look() throws Exception {
    List<LoopPicture> looks = Transformed.call(Program.class, "twoLooks");
    assertEquals(Duration.ZERO, looks.get(0).tasks().get(0).waitedAtLeast());
    Duration waited = looks.get(1).tasks().get(0).waitedAtLeast();
    assertTrue(waited.compareTo(Duration.ofMillis(5)) >= 0, waited.toString());
    assertEquals(Duration.ZERO, looks.get(2).tasks().get(0).waitedAtLeast(), "of another wait");
  }

  @Test
  void many_tasks_are_counted_and_a_few_are_shown() throws Exception {
    LoopPicture loop = Transformed.call(Program.class, "many", 100_000);
    assertEquals(100_000, loop.counts().waiting());
    assertEquals(10, loop.tasks().size());
    assertFalse(loop.complete());
    assertEquals(LoopStatus.ANSWERED, loop.status());
  }

  @Test
  void tasks_start_and_end_while_a_picture_is_taken() throws Exception {
    List<LoopPicture> looks = Transformed.call(Program.class, "restless");
    for (LoopPicture loop : looks) {
      assertTrue(loop.complete());
      List<Long> ids = loop.tasks().stream().map(TaskPicture::id).toList();
      assertEquals(ids.size(), new HashSet<>(ids).size(), "each task once");
      long living = loop.tasks().stream().filter(task -> "stays".equals(task.name())).count();
      assertEquals(Program.STAYING, living);
    }
  }

  @Test
  void a_deep_stack_is_cut() throws Exception {
    LoopPicture loop = Transformed.call(Program.class, "deep");
    assertEquals(
        InspectionOptions.standard().maxFrames(), loop.tasks().get(0).stack().frames().size());
    assertFalse(loop.tasks().get(0).stack().complete());
  }

  @Test
  void a_group_is_asked_on_its_threads() throws Exception {
    List<LoopPicture> loops = Transformed.call(Program.class, "group");
    assertEquals(
        List.of("respool-loop-0", "respool-loop-1"),
        loops.stream().map(LoopPicture::threadName).toList());
    loops.forEach(loop -> assertEquals(1, loop.counts().live()));
  }

  @Test
  void coroutines_outside_of_loops_are_shown_if_they_are_tracked() throws Exception {
    Inspection.trackCoroutines(true);
    try {
      List<CoroutinePicture> all = Transformed.call(Program.class, "tracked");
      assertEquals(
          List.of("generator SUSPENDED", "coroutine NEW", "coroutine RUNNING"),
          all.stream().map(one -> one.kind() + " " + one.status()).toList());
      assertEquals("tracked", all.get(0).createdAt().getMethodName());
      List<LocalPicture> locals = all.get(0).stack().frames().get(0).locals();
      assertTrue(locals.contains(new LocalPicture("next", "I", "3")), locals.toString());
    } finally {
      Inspection.trackCoroutines(false);
    }
    assertEquals(List.of(), Inspection.coroutines(InspectionOptions.standard()));
  }

  /** Transformed. */
  public static class Program {
    static final int STAYING = 300;

    private static LoopPicture look(EventLoop loop) {
      return loop.inspectable().inspect(InspectionOptions.standard());
    }

    /** Looks from another thread, while this one runs the loop. */
    private static LoopPicture seen(EventLoop loop) {
      CompletableFuture<LoopPicture> seen = CompletableFuture.supplyAsync(() -> look(loop));
      while (!seen.isDone()) {
        loop.runPending();
      }
      return seen.join();
    }

    /** Runs a body, which is to start others, and looks when these wait. */
    private static LoopPicture seen(TaskAction body) {
      EventLoop loop = EventLoop.create();
      loop.spawn(body);
      loop.runPending();
      loop.runPending();
      return seen(loop);
    }

    @Suspendable
    private static void receives(Channel<String> channel, String word, List<Integer> numbers) {
      String got = channel.receive();
      throw new IllegalStateException(got + word + numbers);
    }

    public static LoopPicture waiting() {
      return seen(
          () -> {
            Channel<String> channel = Channel.rendezvous();
            Tasks.async(() -> receives(channel, "hello", List.of(1, 2, 3))).named("receiver");
          });
    }

    /** The first task looks while all others wait. */
    public static LoopPicture kinds() {
      CompletableFuture<Void> never = new CompletableFuture<>();
      CountDownLatch released = new CountDownLatch(1);
      AtomicReference<LoopPicture> picture = new AtomicReference<>();
      EventLoop loop = EventLoop.create();
      loop.spawn(
          () -> {
            Channel<String> channel = Channel.rendezvous();
            Mutex mutex = new Mutex();
            mutex.lock();
            TcpServer server = TcpServer.bind(new InetSocketAddress("localhost", 0));
            Task<Void> sleeper = Tasks.async(() -> Tasks.sleep(Duration.ofHours(1)));
            List<Task<?>> all =
                List.of(
                    sleeper,
                    Tasks.async(() -> receives(channel, "", List.of())),
                    Tasks.async(() -> server.accept().close()),
                    Tasks.async(() -> mutex.lock()),
                    Tasks.async(() -> sleeper.await()),
                    Tasks.async(() -> Tasks.await(never)),
                    Tasks.async(() -> Tasks.blocking(() -> awaits(released))),
                    Tasks.async(() -> selects(channel)));
            Tasks.yieldNow();
            picture.set(look(loop));
            released.countDown();
            all.forEach(Task::cancel);
            server.close();
          });
      loop.runUntilDone();
      return picture.get();
    }

    @Suspendable
    private static void selects(Channel<String> channel) {
      Select select = new Select();
      select.onReceive(channel);
      select.await();
    }

    private static Void awaits(CountDownLatch latch) throws InterruptedException {
      latch.await();
      return null;
    }

    public static LoopPicture asksItself() {
      AtomicReference<LoopPicture> picture = new AtomicReference<>();
      EventLoop loop = EventLoop.create();
      loop.spawn(
          () -> {
            Tasks.async(() -> Tasks.yieldNow());
            picture.set(look(loop));
          });
      loop.runUntilDone();
      return picture.get();
    }

    @Suspendable
    private static void locksBoth(Mutex first, Mutex second) {
      first.lock();
      Tasks.yieldNow();
      second.lock();
    }

    public static LoopPicture mutexes() {
      EventLoop loop = EventLoop.create();
      Mutex one = new Mutex();
      Mutex two = new Mutex();
      loop.spawn(
          () -> {
            Tasks.async(() -> locksBoth(one, two));
            Tasks.async(() -> locksBoth(two, one));
            Tasks.sleep(Duration.ofHours(1));
          });
      IntStream.range(0, 4).forEach(i -> loop.runPending());
      return look(loop);
    }

    private static void blocks(CountDownLatch blocked, CountDownLatch released)
        throws InterruptedException {
      blocked.countDown();
      released.await();
    }

    @Suspendable
    private static void busyBody(CountDownLatch blocked, CountDownLatch released)
        throws InterruptedException {
      Tasks.yieldNow();
      blocks(blocked, released);
    }

    public static LoopPicture busy() throws InterruptedException {
      CountDownLatch blocked = new CountDownLatch(1);
      CountDownLatch released = new CountDownLatch(1);
      LoopGroup group = LoopGroup.of(1);
      group.spawn(() -> busyBody(blocked, released));
      blocked.await();
      InspectionOptions soon = InspectionOptions.standard().withTimeLimit(Duration.ofMillis(50));
      try {
        return group.loop(0).inspectable().inspect(soon);
      } finally {
        released.countDown();
        group.close();
      }
    }

    public static LoopPicture resting() {
      EventLoop loop = EventLoop.create();
      loop.spawn(() -> Tasks.sleep(Duration.ofHours(1)));
      loop.runPending();
      return look(loop);
    }

    public static List<LoopPicture> twoLooks() throws InterruptedException {
      TestLoop test = TestLoop.create(1);
      test.spawn(
          () -> {
            Tasks.sleep(Duration.ofHours(1));
            Tasks.sleep(Duration.ofHours(1));
          });
      test.advance(Duration.ZERO);
      LoopPicture first = look(test.loop());
      Thread.sleep(5);
      LoopPicture second = look(test.loop());
      test.advance(Duration.ofHours(1));
      return List.of(first, second, look(test.loop()));
    }

    public static LoopPicture many(int count) {
      EventLoop loop = EventLoop.create();
      for (int i = 0; i < count; i++) {
        loop.spawn(() -> Tasks.sleep(Duration.ofHours(1)));
      }
      loop.runPending();
      return loop.inspectable().inspect(InspectionOptions.standard().withMaxTasks(10));
    }

    @Suspendable
    private static void spawns(int depth) {
      for (int i = 0; i < 3; i++) {
        if (depth > 0) {
          Tasks.async(() -> spawns(depth - 1));
        }
        Tasks.yieldNow();
      }
    }

    /** Many tasks that start and end, among some that stay. */
    public static List<LoopPicture> restless() throws InterruptedException {
      try (LoopGroup group = LoopGroup.of(1)) {
        EventLoop loop = group.loop(0);
        CompletableFuture<Void> end = new CompletableFuture<>();
        for (int i = 0; i < STAYING; i++) {
          loop.spawn(() -> Tasks.await(end)).named("stays");
          loop.spawn(() -> spawnsUntil(end));
        }
        List<LoopPicture> looks = new ArrayList<>();
        InspectionOptions all =
            InspectionOptions.standard()
                .withMaxTasks(Integer.MAX_VALUE)
                .withMaxFrames(1)
                .withTimeLimit(Duration.ofMinutes(1));
        for (int i = 0; i < 10; i++) {
          looks.add(loop.inspectable().inspect(all));
        }
        end.complete(null);
        return looks;
      }
    }

    @Suspendable
    private static void spawnsUntil(CompletableFuture<Void> end) {
      while (!end.isDone()) {
        Tasks.async(() -> spawns(2)).await();
      }
    }

    @Suspendable
    private static void descends(int depth) {
      if (depth > 0) {
        descends(depth - 1);
      } else {
        Tasks.sleep(Duration.ofHours(1));
      }
      last++;
    }

    private static int last;

    public static LoopPicture deep() {
      return seen(() -> descends(1000));
    }

    /** One that is suspended, one that has not begun, and one that looks. */
    public static List<CoroutinePicture> tracked() {
      Generator<Integer> numbers =
          Generator.of(
              g -> {
                for (int next = 3; ; next++) {
                  g.yield(next);
                }
              });
      Iterator<Integer> run = numbers.iterator();
      run.next();
      Coroutine<Object, Object> fresh = Coroutine.create(() -> Coroutine.yield());
      Coroutine<Object, List<CoroutinePicture>> looking =
          Coroutine.create(first -> Inspection.coroutines(InspectionOptions.standard()));
      List<CoroutinePicture> seen = looking.resume();
      fresh.close();
      assertEquals(4, run.next());
      return seen;
    }

    public static List<LoopPicture> group() {
      try (LoopGroup group = LoopGroup.of(2)) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        List<EventLoop> loops = List.of(group.loop(0), group.loop(1));
        loops.forEach(loop -> loop.spawn(() -> Tasks.await(end)));
        List<LoopPicture> looks = loops.stream().map(Program::look).toList();
        end.complete(null);
        return looks;
      }
    }
  }
}
