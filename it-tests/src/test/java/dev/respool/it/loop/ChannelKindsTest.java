package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.loop.Channel;
import dev.respool.loop.ChannelClosedException;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Overflow;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(TransformedTests.class)
class ChannelKindsTest {

  @Test
  void a_conflated_channel_keeps_only_the_newest_value() {
    EventLoop.run(() -> assertEquals(List.of(5), sentAtOnce(Channel.conflated())));
  }

  @Test
  void an_unlimited_channel_keeps_all_values() {
    EventLoop.run(() -> assertEquals(List.of(1, 2, 3, 4, 5), sentAtOnce(Channel.unlimited())));
  }

  @Test
  void a_full_buffer_drops_what_its_overflow_says() {
    EventLoop.run(
        () -> {
          assertEquals(List.of(4, 5), sentAtOnce(Channel.buffered(2, Overflow.DROP_OLDEST)));
          assertEquals(List.of(1, 2), sentAtOnce(Channel.buffered(2, Overflow.DROP_NEWEST)));
        });
  }

  /** The sender must not wait. */
  @Suspendable
  private static List<Integer> sentAtOnce(Channel<Integer> channel) {
    for (int i = 1; i <= 5; i++) {
      channel.send(i);
    }
    channel.close();
    return received(channel);
  }

  @Suspendable
  private static List<Integer> received(Channel<Integer> channel) {
    List<Integer> values = new ArrayList<>();
    for (int value : channel) {
      values.add(value);
    }
    return values;
  }

  @Test
  void a_try_tells_whether_the_value_was_sent() {
    assertFalse(Channel.rendezvous().trySend("nobody waits"));
    Channel<Integer> newest = Channel.buffered(1, Overflow.DROP_NEWEST);
    assertTrue(newest.trySend(1));
    assertFalse(newest.trySend(2));
    assertEquals(Optional.of(1), newest.tryReceive());
    assertEquals(Optional.empty(), newest.tryReceive());
    Channel<Integer> conflated = Channel.conflated();
    assertTrue(conflated.trySend(1) && conflated.trySend(2));
    assertEquals(Optional.of(2), conflated.tryReceive());
  }

  @Test
  void a_loop_over_a_channel_waits_for_each_value_and_ends_when_it_is_closed() {
    EventLoop.run(
        () -> {
          Channel<Integer> channel = Channel.rendezvous();
          Task<List<Integer>> receiver = Tasks.async(() -> received(channel));
          for (int i = 0; i < 3; i++) {
            Tasks.yieldNow();
            channel.send(i);
          }
          Tasks.yieldNow();
          assertFalse(receiver.isDone());
          channel.close();
          assertEquals(List.of(0, 1, 2), receiver.await());
        });
  }

  @Test
  void loops_over_one_channel_share_its_values() {
    EventLoop.run(
        () -> {
          Channel<Integer> channel = Channel.rendezvous();
          Task<List<Integer>> first = Tasks.async(() -> received(channel));
          Task<List<Integer>> second = Tasks.async(() -> received(channel));
          for (int i = 0; i < 4; i++) {
            channel.send(i);
          }
          channel.close();
          List<Integer> all = new ArrayList<>(first.await());
          assertTrue(all.size() > 0 && all.size() < 4, all::toString);
          all.addAll(second.await());
          all.sort(null);
          assertEquals(List.of(0, 1, 2, 3), all);
        });
  }

  @Test
  void an_iterator_can_be_used_without_has_next() {
    EventLoop.run(
        () -> {
          Channel<Integer> channel = Channel.rendezvous();
          Iterator<Integer> iterator = channel.iterator();
          Tasks.async(() -> sendAndClose(channel));
          assertEquals(1, iterator.next());
          assertTrue(iterator.hasNext() && iterator.hasNext());
          assertEquals(2, iterator.next());
          Tasks.yieldNow();
          assertThrows(NoSuchElementException.class, () -> iterator.next());
          assertFalse(iterator.hasNext());
        });
  }

  @Suspendable
  private static void sendAndClose(Channel<Integer> channel) {
    try (channel) {
      channel.send(1);
      channel.send(2);
    }
  }

  @Test
  void a_loop_of_the_jdk_over_a_channel_is_refused() {
    EventLoop.run(
        () -> {
          Channel<Integer> channel = Channel.rendezvous();
          assertThrows(NotSuspendableException.class, () -> channel.forEach(value -> {}));
        });
  }

  @Test
  void a_cause_comes_behind_what_is_buffered() {
    IOException cause = new IOException("broken pipe");
    EventLoop.run(
        () -> {
          Channel<Integer> channel = Channel.unlimited();
          channel.send(1);
          channel.close(cause);
          channel.close();
          assertEquals(1, channel.receive());
          assertCause(cause, () -> channel.receive());
          assertCause(cause, () -> channel.receiveOrNull());
          assertCause(cause, () -> channel.tryReceive());
          assertCause(cause, () -> channel.send(2));
          assertCause(cause, () -> channel.iterator().hasNext());
          assertCause(cause, () -> channel.iterator().next());
        });
  }

  @Test
  void those_who_wait_get_the_cause_at_once() {
    IOException cause = new IOException("broken pipe");
    EventLoop.run(
        () -> {
          Channel<Integer> in = Channel.rendezvous();
          Channel<Integer> out = Channel.rendezvous();
          Tasks.async(() -> assertCause(cause, () -> in.receive()));
          Tasks.async(() -> assertCause(cause, () -> in.receiveOrNull()));
          Tasks.async(() -> assertCause(cause, () -> in.iterator().hasNext()));
          Tasks.async(() -> assertCause(cause, () -> out.send(1)));
          Tasks.yieldNow();
          in.close(cause);
          out.close(cause);
        });
  }

  private interface Call {
    @Suspendable
    void run();
  }

  @Suspendable
  private static void assertCause(Throwable cause, Call call) {
    Throwable found = null;
    try {
      call.run();
    } catch (ChannelClosedException e) {
      found = e.getCause();
    }
    assertEquals(cause, found);
  }

  @Test
  void a_cancelled_channel_drops_its_values_and_tells_everybody() {
    EventLoop.run(
        () -> {
          Channel<Integer> channel = Channel.buffered(1);
          channel.send(1);
          Task<Boolean> sender = Tasks.async(() -> wasCancelled(() -> channel.send(2)));
          Tasks.yieldNow();
          channel.cancel();
          assertTrue(channel.isClosed());
          assertTrue(sender.await());
          assertTrue(wasCancelled(() -> channel.receiveOrNull()));
        });
  }

  @Suspendable
  private static boolean wasCancelled(Call call) {
    try {
      call.run();
      return false;
    } catch (ChannelClosedException e) {
      return e.getCause() instanceof CancellationException;
    }
  }

  @Test
  void cancelling_a_closed_channel_drops_what_is_left() {
    EventLoop.run(
        () -> {
          Channel<Integer> channel = Channel.unlimited();
          channel.send(1);
          channel.close();
          channel.cancel();
          assertEquals(List.of(), received(channel));
        });
  }
}
