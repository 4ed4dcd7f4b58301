package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.LoopGroup;
import dev.respool.loop.LoopHost;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import dev.respool.loop.TcpConnection;
import dev.respool.loop.TcpServer;
import java.awt.EventQueue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@Timeout(60)
class HostTest {

  @Test
  void tasks_run_on_the_thread_of_a_gui() throws Exception {
    Executor gui = EventQueue::invokeLater;
    Set<String> threads = Transformed.call(Program.class, "threads", EventLoop.on(gui));
    assertEquals(1, threads.size());
    assertTrue(threads.iterator().next().startsWith("AWT-EventQueue"), threads.toString());
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void tasks_run_on_virtual_threads() throws Exception {
    ExecutorService virtual =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    try {
      assertEquals(3_000, (int) Transformed.call(Program.class, "alone", EventLoop.on(virtual)));
    } finally {
      virtual.shutdown();
    }
  }

  @Test
  void steps_on_several_threads_never_overlap() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      assertEquals(3_000, (int) Transformed.call(Program.class, "alone", EventLoop.on(pool)));
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void a_host_runs_the_turns_and_the_timers() throws Exception {
    try (PoolHost host = new PoolHost(1)) {
      Set<String> threads = Transformed.call(Program.class, "threads", EventLoop.on(host));
      assertEquals(Set.of("host"), threads);
      assertTrue(host.scheduled.get() > 0);
    }
  }

  @Test
  void turns_of_a_host_with_several_threads_never_overlap() throws Exception {
    try (PoolHost host = new PoolHost(4)) {
      assertEquals(3_000, (int) Transformed.call(Program.class, "alone", EventLoop.on(host)));
    }
  }

  @Test
  void a_host_that_wakes_too_early_is_asked_again() throws Exception {
    try (PoolHost host = new PoolHost(1)) {
      host.early = true;
      Set<String> threads = Transformed.call(Program.class, "threads", EventLoop.on(host));
      assertEquals(Set.of("host"), threads);
    }
  }

  @Test
  void a_host_loop_serves_the_network() throws Exception {
    try (PoolHost host = new PoolHost(1)) {
      assertEquals("host", Transformed.call(Program.class, "network", EventLoop.on(host)));
    }
  }

  @Test
  void tasks_end_when_the_host_refuses_a_turn_or_a_timer() {
    PoolHost host = new PoolHost(1);
    host.refusesTimers = true;
    EventLoop loop = EventLoop.on(host);
    ExecutionException timer =
        assertThrows(ExecutionException.class, () -> Transformed.call(Program.class, "nap", loop));
    assertEquals("no timers", timer.getCause().getMessage());
    host.close();
    ExecutionException turn =
        assertThrows(ExecutionException.class, () -> Transformed.call(Program.class, "nap", loop));
    assertTrue(turn.getCause() instanceof RejectedExecutionException, turn.toString());
  }

  @Test
  void a_group_spreads_tasks_over_its_loops_and_waits_for_them() throws Exception {
    assertEquals(
        Set.of("respool-loop-0", "respool-loop-1", "respool-loop-2"),
        Transformed.call(Program.class, "spread"));
  }

  @Test
  void a_task_awaits_one_of_another_loop_of_its_group() throws Exception {
    assertEquals("respool-loop-1, respool-loop-0", Transformed.call(Program.class, "across"));
  }

  @Test
  void an_accepted_connection_is_handed_to_another_loop() throws Exception {
    assertEquals("respool-loop-1", Transformed.call(Program.class, "handOver"));
  }

  @Test
  void a_closed_group_refuses_tasks() {
    LoopGroup group = LoopGroup.of(1);
    group.close();
    Task<Integer> late = group.spawn(() -> 1);
    ExecutionException thrown =
        assertThrows(ExecutionException.class, () -> late.toCompletableFuture().get());
    assertTrue(thrown.getCause() instanceof RejectedExecutionException, thrown.toString());
    group.close();
  }

  @Test
  void a_task_does_not_close_its_own_group() throws Exception {
    try (LoopGroup group = LoopGroup.of(1)) {
      CompletableFuture<Void> task = group.spawn(group::close).toCompletableFuture();
      ExecutionException thrown = assertThrows(ExecutionException.class, task::get);
      assertTrue(thrown.getCause() instanceof IllegalStateException, thrown.toString());
    }
    assertThrows(IllegalArgumentException.class, () -> LoopGroup.of(0));
  }

  @Test
  void an_interrupt_of_close_cancels_the_tasks() throws Exception {
    List<String> log = Transformed.call(Program.class, "interruptedClose");
    assertTrue(Thread.interrupted());
    assertEquals(List.of("unwound"), log);
  }

  /** A loop with timers. */
  private static final class PoolHost implements LoopHost, AutoCloseable {
    final AtomicInteger scheduled = new AtomicInteger();
    private final ScheduledExecutorService pool;
    boolean early;
    boolean refusesTimers;

    PoolHost(int threads) {
      pool = Executors.newScheduledThreadPool(threads, job -> new Thread(job, "host"));
    }

    @Override
    public void execute(Runnable action) {
      pool.execute(action);
    }

    @Override
    public void schedule(Runnable action, Duration delay) {
      if (refusesTimers) {
        throw new RejectedExecutionException("no timers");
      }
      scheduled.incrementAndGet();
      pool.schedule(action, early ? delay.toNanos() / 2 : delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
      pool.shutdown();
    }
  }

  /** Transformed. */
  public static class Program {
    /** The threads on which a task runs. */
    public static Set<String> threads(EventLoop loop) throws Exception {
      Set<String> threads = ConcurrentHashMap.newKeySet();
      Task<Void> task =
          loop.spawn(
              () -> {
                for (int i = 0; i < 3; i++) {
                  threads.add(Thread.currentThread().getName());
                  Tasks.sleep(Duration.ofMillis(2));
                  threads.add(Thread.currentThread().getName());
                  Tasks.blocking(() -> 1);
                }
              });
      task.toCompletableFuture().get();
      return threads;
    }

    /** Counts without lock, and fails if two steps overlap. */
    public static int alone(EventLoop loop) throws Exception {
      AtomicInteger inside = new AtomicInteger();
      int[] count = new int[1];
      List<CompletableFuture<Void>> ends = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        ends.add(loop.spawn(() -> count(inside, count)).toCompletableFuture());
      }
      for (CompletableFuture<Void> end : ends) {
        end.get();
      }
      return count[0];
    }

    @Suspendable
    private static void count(AtomicInteger inside, int[] count) {
      for (int i = 0; i < 1000; i++) {
        if (inside.incrementAndGet() != 1) {
          throw new IllegalStateException("two steps at a time");
        }
        count[0]++;
        inside.decrementAndGet();
        if (i % 200 == 0) {
          Tasks.sleep(Duration.ofMillis(1));
        } else {
          Tasks.yieldNow();
        }
      }
    }

    /** A client of the operating system's. */
    public static String network(EventLoop loop) throws Exception {
      try (TcpServer server =
          TcpServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
        Task<String> task = loop.spawn(() -> readOn(server.accept()));
        return exchange(server, task);
      }
    }

    private static String exchange(TcpServer server, Task<String> task) throws Exception {
      InetSocketAddress address = server.localAddress();
      try (Socket client = new Socket(address.getAddress(), address.getPort())) {
        client.getOutputStream().write("x\n".getBytes());
        return task.toCompletableFuture().get();
      }
    }

    @Suspendable
    private static String readOn(TcpConnection connection) throws Exception {
      try (connection) {
        connection.read(ByteBuffer.allocate(1));
        return Thread.currentThread().getName();
      }
    }

    /** Sleeps. */
    public static void nap(EventLoop loop) throws Exception {
      loop.spawn(() -> Tasks.sleep(Duration.ofHours(1))).toCompletableFuture().get();
    }

    /** The threads of a group. */
    public static Set<String> spread() {
      Set<String> threads = ConcurrentHashMap.newKeySet();
      try (LoopGroup group = LoopGroup.of(3)) {
        for (int i = 0; i < 6; i++) {
          group.spawn(
              () -> {
                Tasks.sleep(Duration.ofMillis(1));
                threads.add(Thread.currentThread().getName());
              });
        }
      }
      return threads;
    }

    /** Where both run. */
    public static String across() throws Exception {
      try (LoopGroup group = LoopGroup.of(2)) {
        Task<String> other =
            group
                .loop(1)
                .spawn(
                    () -> {
                      Tasks.sleep(Duration.ofMillis(1));
                      return Thread.currentThread().getName();
                    });
        return group
            .loop(0)
            .spawn(() -> other.await() + ", " + Thread.currentThread().getName())
            .toCompletableFuture()
            .get();
      }
    }

    /** Accepted in the first loop, read in the second. */
    public static String handOver() throws Exception {
      try (LoopGroup group = LoopGroup.of(2);
          TcpServer server =
              TcpServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
        Task<String> task =
            group
                .loop(0)
                .spawn(
                    () -> {
                      TcpConnection client = server.accept();
                      return group.loop(1).spawn(() -> readOn(client)).await();
                    });
        return exchange(server, task);
      }
    }

    /** A task that waits for ever. */
    public static List<String> interruptedClose() throws Exception {
      List<String> log = new ArrayList<>();
      CountDownLatch begun = new CountDownLatch(1);
      LoopGroup group = LoopGroup.of(2);
      group.spawn(
          () -> {
            begun.countDown();
            try {
              Channel.rendezvous().receive();
            } finally {
              log.add("unwound");
            }
          });
      begun.await();
      Thread.currentThread().interrupt();
      group.close();
      return log;
    }
  }
}
