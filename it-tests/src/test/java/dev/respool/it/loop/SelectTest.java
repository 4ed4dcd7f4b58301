package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.loop.Alternative;
import dev.respool.loop.Channel;
import dev.respool.loop.ChannelClosedException;
import dev.respool.loop.DeadlockException;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Select;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(TransformedTests.class)
class SelectTest {
  private final Channel<String> first = Channel.rendezvous();
  private final Channel<String> second = Channel.rendezvous();

  @Test
  void the_first_channel_that_has_a_value_is_chosen_and_the_other_keeps_its_own() {
    EventLoop.run(
        () -> {
          Select select = new Select();
          Alternative<String> one = select.onReceive(first);
          Alternative<String> two = select.onReceive(second);
          Tasks.async(() -> second.send("b"));
          Tasks.async(() -> first.send("a"));
          assertSame(two, select.await());
          assertEquals("b", two.value());
          assertSame(one, select.await());
          assertEquals("a", one.value());
        });
  }

  @Test
  void what_is_ready_is_chosen_without_waiting() {
    EventLoop.run(
        () -> {
          Channel<Integer> full = Channel.unlimited();
          full.send(7);
          Select select = new Select();
          select.onReceive(first);
          Alternative<Integer> ready = select.onReceive(full);
          assertSame(ready, select.await());
          assertEquals(7, ready.value());
        });
  }

  @Test
  void a_value_is_sent_only_if_its_alternative_is_chosen() {
    EventLoop.run(
        () -> {
          Select select = new Select();
          Alternative<Void> toFirst = select.onSend(first, "x");
          Alternative<Void> toSecond = select.onSend(second, "y");
          Task<String> receiver = Tasks.async(() -> second.receive());
          assertSame(toSecond, select.await());
          assertEquals("y", receiver.await());
          assertNull(toFirst.value());
          assertEquals(Optional.empty(), first.tryReceive());
          assertEquals(Optional.empty(), second.tryReceive());
        });
  }

  @Test
  void a_select_does_not_serve_itself_but_two_serve_each_other() {
    EventLoop.run(
        () -> {
          Task<String> a = Tasks.async(() -> sendOrReceive("a"));
          Task<String> b = Tasks.async(() -> sendOrReceive("b"));
          assertEquals("sent b, received b", b.await() + ", " + a.await());
        });
  }

  @Suspendable
  private String sendOrReceive(String name) {
    Select select = new Select();
    Alternative<Void> sent = select.onSend(first, name);
    Alternative<String> received = select.onReceive(first);
    Alternative<?> chosen = select.await();
    boolean swapped = chosen == sent;
    return swapped ? "sent " + name : "received " + received.value();
  }

  @Test
  void the_end_of_a_task_gives_its_result_and_throws_its_failure() {
    EventLoop.run(
        () -> {
          Task<String> good = Tasks.async(() -> first.receive());
          Task<String> bad = Tasks.async(() -> Integer.toString(Integer.parseInt("x")));
          Select select = new Select();
          Alternative<String> end = select.onTask(good);
          select.onReceive(second);
          first.send("done");
          assertSame(end, select.await());
          assertEquals("done", end.value());
          Select failing = new Select();
          failing.onTask(bad);
          assertEquals(NumberFormatException.class, failureOf(failing).getClass());
        });
  }

  @Test
  void a_task_that_ends_while_it_is_waited_for_passes_its_failure_on() {
    EventLoop.run(
        () -> {
          Task<String> bad = Tasks.async(() -> Integer.toString(Integer.parseInt("x")));
          Select select = new Select();
          select.onTask(bad);
          select.onReceive(first);
          assertEquals(NumberFormatException.class, failureOf(select).getClass());
        });
  }

  @Suspendable
  private static RuntimeException failureOf(Select select) {
    try {
      select.await();
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  @Test
  void a_task_that_is_not_chosen_keeps_its_failure_for_its_parent() {
    assertThrows(NumberFormatException.class, () -> EventLoop.run(() -> ignoreTheTask()));
  }

  @Suspendable
  private void ignoreTheTask() {
    Task<Integer> bad =
        Tasks.async(
            () -> {
              first.send("before");
              return Integer.parseInt("x");
            });
    Select select = new Select();
    select.onTask(bad);
    Alternative<String> received = select.onReceive(first);
    assertSame(received, select.await());
  }

  @Test
  void a_timeout_gives_everything_else_a_turn() {
    EventLoop.run(
        () -> {
          Select select = new Select();
          Alternative<String> received = select.onReceive(first);
          Alternative<Void> late = select.onTimeout(Duration.ZERO);
          assertSame(late, select.await());
          Tasks.async(() -> first.send("in time"));
          select.onTimeout(Duration.ofDays(1));
          Select patient = new Select();
          Alternative<String> second = patient.onReceive(first);
          patient.onTimeout(Duration.ofDays(1));
          assertSame(second, patient.await());
          assertNull(received.value());
        });
  }

  @Test
  void a_default_is_chosen_if_nothing_is_ready() {
    EventLoop.run(
        () -> {
          Channel<String> buffer = Channel.buffered(1);
          Select select = new Select();
          Alternative<String> received = select.onReceive(buffer);
          Alternative<Void> nothing = select.otherwise();
          assertSame(nothing, select.otherwise());
          assertSame(nothing, select.await());
          buffer.send("something");
          assertSame(received, select.await());
          assertSame(nothing, select.await());
        });
  }

  @Test
  void all_that_are_ready_have_their_share() {
    EventLoop.run(
        () -> {
          Channel<Integer> idle = Channel.rendezvous();
          List<Channel<Integer>> channels = new ArrayList<>();
          Select select = new Select();
          List<Alternative<?>> alternatives = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            channels.add(Channel.unlimited());
            alternatives.add(select.onReceive(channels.get(i)));
            select.onReceive(idle);
          }
          int[] counts = new int[3];
          for (int i = 0; i < 3_000; i++) {
            channels.get(i % 3).send(i);
          }
          for (int i = 0; i < 600; i++) {
            counts[alternatives.indexOf(select.await())]++;
          }
          for (int count : counts) {
            assertTrue(
                count > 150, () -> "of 600 times: " + List.of(counts[0], counts[1], counts[2]));
          }
        });
  }

  @Test
  void a_closed_channel_throws_or_gives_null() {
    EventLoop.run(
        () -> {
          Select throwing = new Select();
          throwing.onReceive(first);
          Select giving = new Select();
          Alternative<String> end = giving.onReceiveOrNull(first);
          Select sending = new Select();
          sending.onSend(first, "x");
          Task<RuntimeException> waiting = Tasks.async(() -> failureOf(throwing));
          Task<?> ending = Tasks.async(() -> giving.await());
          Tasks.yieldNow();
          first.close();
          assertEquals(ChannelClosedException.class, waiting.await().getClass());
          assertSame(end, ending.await());
          assertNull(end.value());
          assertSame(end, giving.await());
          assertEquals(ChannelClosedException.class, failureOf(throwing).getClass());
          assertEquals(ChannelClosedException.class, failureOf(sending).getClass());
        });
  }

  @Test
  void closing_tells_a_select_that_waits_to_send() {
    EventLoop.run(
        () -> {
          Select select = new Select();
          select.onSend(first, "x");
          select.onSend(first, "y");
          Task<RuntimeException> waiting = Tasks.async(() -> failureOf(select));
          Tasks.yieldNow();
          first.close();
          assertEquals(ChannelClosedException.class, waiting.await().getClass());
        });
  }

  @Test
  void a_cancelled_select_has_neither_sent_nor_received() {
    EventLoop.run(
        () -> {
          Select select = new Select();
          select.onReceive(first);
          select.onSend(second, "lost");
          select.onTimeout(Duration.ofDays(1));
          Task<?> waiting = Tasks.async(() -> select.await());
          Tasks.yieldNow();
          waiting.cancel();
          assertFalse(first.trySend("nobody is there"));
          assertEquals(Optional.empty(), second.tryReceive());
          assertEquals(CancellationException.class, failureOf(() -> waiting.await()).getClass());
        });
  }

  private interface Call {
    @Suspendable
    void run();
  }

  @Suspendable
  private static RuntimeException failureOf(Call call) {
    try {
      call.run();
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  @Test
  void a_select_without_alternatives_is_refused() {
    EventLoop.run(
        () -> {
          String message = failureOf(new Select()).getMessage();
          assertTrue(message.contains("without alternatives"), message);
        });
  }

  @Test
  void two_tasks_cannot_await_one_select() {
    EventLoop.run(
        () -> {
          Select select = new Select();
          select.onReceive(first);
          Tasks.async(() -> select.await());
          Tasks.yieldNow();
          String message = failureOf(select).getMessage();
          assertTrue(message.contains("another task awaits"), message);
          first.send("for the other one");
        });
  }

  @Test
  void a_task_of_another_loop_is_refused_with_the_remedy() {
    Task<Integer> foreign = EventLoop.create().spawn(() -> 1);
    EventLoop.run(
        () -> {
          Select select = new Select();
          select.onTask(foreign);
          String message = failureOf(select).getMessage();
          assertTrue(message.contains("await that one in a task of this loop"), message);
        });
  }

  @Test
  void a_deadlock_names_what_a_select_waits_for() {
    DeadlockException thrown =
        assertThrows(DeadlockException.class, () -> EventLoop.run(() -> waitForEver()));
    assertTrue(
        thrown.getMessage().contains("Select.await for [Channel.receive, Channel.send]"),
        thrown.getMessage());
  }

  @Suspendable
  private void waitForEver() {
    Select select = new Select();
    select.onReceive(first);
    select.onSend(second, "x");
    select.await();
  }
}
