package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.loop.Broadcast;
import dev.respool.loop.Channel;
import dev.respool.loop.ChannelClosedException;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Overflow;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(TransformedTests.class)
class BroadcastTest {

  @Test
  void a_subscriber_sees_what_is_sent_from_its_subscription_on() {
    EventLoop.run(
        () -> {
          Broadcast<Integer> broadcast = Broadcast.buffered(4);
          broadcast.send(0);
          Channel<Integer> first = broadcast.subscribe();
          broadcast.send(1);
          Channel<Integer> second = broadcast.subscribe();
          broadcast.send(2);
          broadcast.close();
          assertEquals(List.of(1, 2), received(first));
          assertEquals(List.of(2), received(second));
          assertEquals(List.of(), received(broadcast.subscribe()));
        });
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
  void several_senders_reach_all_subscribers_in_the_same_order() {
    EventLoop.run(
        () -> {
          Broadcast<Integer> broadcast = Broadcast.buffered(1);
          List<Task<List<Integer>>> subscribers = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            Channel<Integer> channel = broadcast.subscribe();
            subscribers.add(Tasks.async(() -> received(channel)));
          }
          List<Task<?>> senders = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            int first = 10 * i;
            senders.add(Tasks.async(() -> send(broadcast, first)));
          }
          for (Task<?> sender : senders) {
            sender.await();
          }
          broadcast.close();
          List<Integer> seen = subscribers.get(0).await();
          assertEquals(9, seen.size());
          assertEquals(seen, subscribers.get(1).await());
          assertEquals(seen, subscribers.get(2).await());
        });
  }

  @Suspendable
  private static void send(Broadcast<Integer> broadcast, int first) {
    for (int i = 0; i < 3; i++) {
      broadcast.send(first + i);
    }
  }

  @Test
  void a_slow_subscriber_holds_up_the_sender_until_it_receives_or_goes() {
    EventLoop.run(
        () -> {
          Broadcast<Integer> broadcast = Broadcast.buffered(1);
          Channel<Integer> slow = broadcast.subscribe();
          Channel<Integer> fast = broadcast.subscribe();
          Task<?> sender = Tasks.async(() -> send(broadcast, 0));
          Tasks.yieldNow();
          assertEquals(0, fast.receive());
          assertTrue(fast.tryReceive().isEmpty());
          assertEquals(0, slow.receive());
          assertEquals(1, fast.receive());
          Tasks.yieldNow();
          assertFalse(sender.isDone());
          slow.close();
          sender.await();
          assertEquals(2, fast.receive());
          assertEquals(List.of(1), received(slow));
        });
  }

  @Test
  void a_subscriber_that_is_too_slow_misses_values_by_policy() {
    EventLoop.run(
        () -> {
          assertEquals(List.of(2), leftOf(Overflow.DROP_OLDEST));
          assertEquals(List.of(0), leftOf(Overflow.DROP_NEWEST));
        });
  }

  @Suspendable
  private static List<Integer> leftOf(Overflow overflow) {
    Broadcast<Integer> broadcast = Broadcast.buffered(1, overflow);
    Channel<Integer> slow = broadcast.subscribe();
    send(broadcast, 0);
    broadcast.close();
    return received(slow);
  }

  @Test
  void a_cancelled_sender_reaches_nobody() {
    EventLoop.run(
        () -> {
          Broadcast<Integer> broadcast = Broadcast.buffered(1);
          Channel<Integer> full = broadcast.subscribe();
          broadcast.send(1);
          Channel<Integer> empty = broadcast.subscribe();
          Task<?> sender = Tasks.async(() -> broadcast.send(2));
          Tasks.yieldNow();
          assertFalse(broadcast.trySend(3));
          sender.cancel();
          broadcast.close();
          assertEquals(List.of(1), received(full));
          assertEquals(List.of(), received(empty));
        });
  }

  @Test
  void a_cause_reaches_subscribers_and_senders() {
    IllegalStateException cause = new IllegalStateException("the source has failed");
    EventLoop.run(
        () -> {
          Broadcast<Integer> broadcast = Broadcast.buffered(1);
          Channel<Integer> subscriber = broadcast.subscribe();
          broadcast.send(1);
          Task<Throwable> sender = Tasks.async(() -> causeOf(broadcast));
          Tasks.yieldNow();
          broadcast.close(cause);
          assertSame(cause, sender.await());
          assertEquals(1, subscriber.receive());
          assertSame(
              cause,
              assertThrows(ChannelClosedException.class, () -> subscriber.receive()).getCause());
        });
  }

  @Suspendable
  private static Throwable causeOf(Broadcast<Integer> broadcast) {
    try {
      broadcast.send(2);
      return null;
    } catch (ChannelClosedException e) {
      return e.getCause();
    }
  }
}
