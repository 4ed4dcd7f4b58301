package dev.respool.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import io.netty.channel.DefaultEventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SignalTest {
  private final DefaultEventLoop executor = new DefaultEventLoop();
  private final EventLoop loop = NettyLoops.of(executor);
  private final Signal signal = new Signal(loop);
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void end() {
    executor.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void all_who_wait_go_on_before_the_signal_returns() throws Exception {
    loop.spawn(() -> await("first"));
    loop.spawn(() -> await("second"));
    onLoop(
        () -> {
          assertTrue(signal.isAwaited());
          signal.fire();
          log.add("fired");
          assertFalse(signal.isAwaited());
        });
    assertEquals(List.of("first", "second", "fired"), log);
  }

  @Test
  void who_is_cancelled_does_not_wait_any_more() throws Exception {
    Task<Void> task = loop.spawn(() -> await("woken"));
    onLoop(task::cancel);
    onLoop(() -> assertFalse(signal.isAwaited()));
    assertEquals(List.of(), log);
  }

  @Test
  void a_signal_for_a_waiter_that_was_cancelled_meanwhile_wakes_nobody_later() throws Exception {
    Task<Void> cancelled = loop.spawn(() -> await("cancelled"));
    onLoop(
        () ->
            loop.turn(
                () -> {
                  cancelled.cancel();
                  signal.fire(); // before the cancelled task has gone on
                }));
    loop.spawn(() -> await("later"));
    onLoop(() -> assertTrue(signal.isAwaited()));
    assertEquals(List.of(), log);
    onLoop(signal::fire);
    assertEquals(List.of("later"), log);
  }

  @Suspendable
  private void await(String name) {
    signal.await();
    log.add(name);
  }

  /** When all tasks wait. */
  private void onLoop(Runnable action) throws Exception {
    loop.spawn(() -> {}).toCompletableFuture().get();
    executor.submit(action).sync();
  }
}
