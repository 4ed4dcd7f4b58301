package dev.respool.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NettyFuturesTest {
  private final DefaultEventExecutor executor = new DefaultEventExecutor();

  @AfterEach
  void end() {
    executor.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void a_future_that_another_thread_completes_is_awaited() {
    Promise<String> promise = executor.newPromise();
    List<String> order = new ArrayList<>();
    EventLoop.run(
        () -> {
          Tasks.async(
              () -> {
                order.add("other task");
                executor.execute(() -> promise.setSuccess("result"));
              });
          order.add(NettyFutures.await(promise));
        });
    assertEquals(List.of("other task", "result"), order);
  }

  @Test
  void a_future_that_has_ended_is_not_waited_for() {
    assertEquals(
        "now", EventLoop.run(() -> NettyFutures.await(executor.newSucceededFuture("now"))));
  }

  @Test
  void a_failure_is_thrown_as_itself_whether_it_came_before_or_meanwhile() {
    IOException failure = new IOException("broken");
    Promise<String> promise = executor.newPromise();
    EventLoop.run(
        () -> {
          Tasks.async(() -> executor.execute(() -> promise.setFailure(failure)));
          assertSame(failure, failureOf(promise));
          assertSame(failure, failureOf(promise));
        });
  }

  @Suspendable
  private static Exception failureOf(Promise<String> promise) {
    try {
      throw new AssertionError(NettyFutures.await(promise));
    } catch (Exception e) {
      return e;
    }
  }

  @Test
  void cancelling_the_task_cancels_the_future() {
    Promise<String> promise = executor.newPromise();
    EventLoop.run(
        () -> {
          Task<String> task = Tasks.async(() -> NettyFutures.await(promise));
          Tasks.yieldNow();
          task.cancel();
          assertTrue(isCancelled(task));
        });
    assertTrue(promise.isCancelled());
  }

  @Suspendable
  private static boolean isCancelled(Task<String> task) {
    try {
      return task.await() == null;
    } catch (CancellationException e) {
      return true;
    }
  }

  @Test
  void tasks_run_on_the_thread_of_the_event_loop_and_there_is_one_loop_for_it() throws Exception {
    EventLoop loop = NettyLoops.of(executor);
    assertSame(loop, NettyLoops.of(executor));
    List<Boolean> inside = new ArrayList<>();
    loop.spawn(
            () -> {
              inside.add(executor.inEventLoop());
              Tasks.yieldNow();
              inside.add(executor.inEventLoop());
            })
        .toCompletableFuture()
        .get();
    assertEquals(List.of(true, true), inside);
  }

  @Test
  void the_end_of_the_event_loop_ends_its_tasks() throws Exception {
    Promise<String> never = executor.newPromise();
    Task<String> task = NettyLoops.of(executor).spawn(() -> NettyFutures.await(never));
    var future = task.toCompletableFuture();
    executor.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
    assertThrows(ExecutionException.class, future::get);
  }
}
