package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.loop.Channel;
import dev.respool.loop.ChannelClosedException;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Mutex;
import dev.respool.loop.Semaphore;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChannelTest {

  @Test
  void a_rendezvous_holds_the_sender_until_its_value_is_received() throws Exception {
    assertEquals(
        List.of("sending 0", "received 0", "sent 0", "sending 1", "received 1", "sent 1"),
        Transformed.call(Program.class, "rendezvous"));
  }

  @Test
  void a_buffer_lets_the_sender_run_ahead_by_its_capacity() throws Exception {
    assertEquals(
        List.of("sent 0", "sent 1", "got 0", "got 1", "got 2", "sent 2", "sent 3", "got 3"),
        Transformed.call(Program.class, "buffered"));
  }

  @Test
  void waiters_are_served_in_the_order_in_which_they_came() throws Exception {
    assertEquals(List.of("r0:0", "r1:1", "r2:2"), Transformed.call(Program.class, "fairReceivers"));
    assertEquals(List.of("0", "1", "2"), Transformed.call(Program.class, "fairSenders"));
  }

  @Test
  void a_closed_channel_gives_what_it_holds_and_then_says_so() throws Exception {
    assertEquals(
        List.of("1", "2", "receive from", "null", "send to"),
        Transformed.call(Program.class, "drain"));
  }

  @Test
  void closing_tells_those_who_wait() throws Exception {
    assertEquals(
        List.of("receiver told", "null", "sender told"),
        Transformed.call(Program.class, "closeWithWaiters"));
  }

  @Test
  void a_cancelled_receiver_takes_no_value() throws Exception {
    assertEquals("kept", Transformed.call(Program.class, "cancelledReceiver"));
  }

  @Test
  void null_is_refused_with_the_reason() {
    NullPointerException thrown =
        assertThrows(NullPointerException.class, () -> Transformed.call(Program.class, "sendNull"));
    assertTrue(thrown.getMessage().contains("a channel carries no null"), thrown.getMessage());
  }

  @Test
  void another_thread_may_not_touch_a_channel_that_is_waited_for() throws Exception {
    String message = Transformed.call(Program.class, "foreignThread");
    assertTrue(message.contains("this channel is used by thread"), message);
  }

  @Test
  void a_mutex_excludes_across_waits_and_is_fair() throws Exception {
    assertEquals(
        List.of("0 in", "0 out", "1 in", "1 out", "2 in", "2 out"),
        Transformed.call(Program.class, "mutex"));
  }

  @Test
  void a_mutex_is_not_reentrant_and_knows_its_owner() throws Exception {
    assertEquals(
        List.of("holds it already", "held by task 1"), Transformed.call(Program.class, "owner"));
  }

  @Test
  void a_semaphore_limits_how_many_are_inside() throws Exception {
    assertEquals(3, (int) Transformed.call(Program.class, "semaphore"));
  }

  /** Transformed. */
  public static class Program {
    /** Two values. */
    public static List<String> rendezvous() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Channel<Integer> channel = Channel.rendezvous();
            Tasks.async(() -> send(channel, 2, log, true));
            Tasks.yieldNow();
            for (int i = 0; i < 2; i++) {
              log.add("received " + channel.receive());
              Tasks.yieldNow();
            }
          });
      return log;
    }

    @Suspendable
    private static void send(Channel<Integer> to, int count, List<String> log, boolean before) {
      for (int i = 0; i < count; i++) {
        if (before) {
          log.add("sending " + i);
        }
        to.send(i);
        log.add("sent " + i);
      }
    }

    /** Four values through a buffer of two. */
    public static List<String> buffered() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Channel<Integer> channel = Channel.buffered(2);
            Tasks.async(() -> send(channel, 4, log, false));
            Tasks.yieldNow();
            for (int i = 0; i < 4; i++) {
              log.add("got " + channel.receive());
            }
          });
      return log;
    }

    /** Three receivers. */
    public static List<String> fairReceivers() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Channel<Integer> channel = Channel.rendezvous();
            for (int i = 0; i < 3; i++) {
              String name = "r" + i;
              Tasks.async(() -> log.add(name + ":" + channel.receive()));
            }
            Tasks.yieldNow();
            for (int i = 0; i < 3; i++) {
              channel.send(i);
            }
          });
      return log;
    }

    /** Three senders. */
    public static List<String> fairSenders() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Channel<Integer> channel = Channel.rendezvous();
            for (int i = 0; i < 3; i++) {
              int value = i;
              Tasks.async(() -> channel.send(value));
            }
            Tasks.yieldNow();
            for (int i = 0; i < 3; i++) {
              log.add("" + channel.receive());
            }
          });
      return log;
    }

    /** Closed with two values inside. */
    public static List<String> drain() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Channel<Integer> channel = Channel.buffered(5);
            channel.send(1);
            channel.send(2);
            channel.close();
            log.add("" + channel.receive());
            log.add("" + channel.receive());
            try {
              channel.receive();
            } catch (ChannelClosedException e) {
              log.add(said(e));
            }
            log.add("" + channel.receiveOrNull());
            try {
              channel.send(3);
            } catch (ChannelClosedException e) {
              log.add(said(e));
            }
          });
      return log;
    }

    private static String said(ChannelClosedException e) {
      return e.getMessage().contains("send to") ? "send to" : "receive from";
    }

    /** Closed while three wait. */
    public static List<String> closeWithWaiters() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Channel<Integer> in = Channel.rendezvous();
            Channel<Integer> out = Channel.rendezvous();
            Tasks.async(
                () -> {
                  try {
                    in.receive();
                  } catch (ChannelClosedException e) {
                    log.add("receiver told");
                  }
                });
            Tasks.async(() -> log.add("" + in.receiveOrNull()));
            Tasks.async(
                () -> {
                  try {
                    out.send(1);
                  } catch (ChannelClosedException e) {
                    log.add("sender told");
                  }
                });
            Tasks.yieldNow();
            in.close();
            out.close();
          });
      return log;
    }

    /** Gives up waiting before the value comes. */
    public static String cancelledReceiver() {
      return EventLoop.run(
          () -> {
            Channel<String> channel = Channel.rendezvous();
            try {
              Tasks.withTimeout(Duration.ofMillis(5), () -> channel.receive());
            } catch (TimeoutException e) {
              // as it should be
            }
            Task<String> second = Tasks.async(() -> channel.receive());
            channel.send("kept");
            return second.await();
          });
    }

    /** Not allowed. */
    public static void sendNull() {
      EventLoop.run(() -> Channel.<String>buffered(1).send(null));
    }

    /** Not allowed either. */
    public static String foreignThread() {
      return EventLoop.run(
          () -> {
            Channel<String> channel = Channel.rendezvous();
            Task<String> receiver = Tasks.async(() -> channel.receiveOrNull());
            Tasks.yieldNow();
            String message = Tasks.blocking(() -> close(channel));
            channel.close();
            return message;
          });
    }

    private static String close(Channel<?> channel) {
      try {
        channel.close();
        return "closed";
      } catch (IllegalStateException e) {
        return e.getMessage();
      }
    }

    /** Three tasks. */
    public static List<String> mutex() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Mutex mutex = new Mutex();
            for (int i = 0; i < 3; i++) {
              int number = i;
              Tasks.async(() -> exclusive(mutex, number, log));
            }
          });
      return log;
    }

    @Suspendable
    private static void exclusive(Mutex mutex, int number, List<String> log) {
      mutex.lock();
      try {
        log.add(number + " in");
        Tasks.yieldNow();
        Tasks.yieldNow();
        log.add(number + " out");
      } finally {
        mutex.unlock();
      }
    }

    /** Wrong uses. */
    public static List<String> owner() {
      List<String> log = new ArrayList<>();
      EventLoop.run(
          () -> {
            Mutex mutex = new Mutex();
            mutex.lock();
            try {
              mutex.lock();
            } catch (IllegalStateException e) {
              log.add(e.getMessage().contains("holds already") ? "holds it already" : "?");
            }
            Tasks.async(
                    () -> {
                      try {
                        mutex.unlock();
                      } catch (IllegalStateException e) {
                        log.add(e.getMessage().contains("held by task 1") ? "held by task 1" : "?");
                      }
                    })
                .await();
          });
      return log;
    }

    /** Ten tasks, three at once. */
    public static int semaphore() {
      int[] inside = new int[2];
      EventLoop.run(
          () -> {
            Semaphore semaphore = new Semaphore(3);
            for (int i = 0; i < 10; i++) {
              Tasks.async(() -> limited(semaphore, inside));
            }
          });
      return inside[1];
    }

    @Suspendable
    private static void limited(Semaphore semaphore, int[] inside) {
      semaphore.acquire();
      inside[1] = Math.max(inside[1], ++inside[0]);
      Tasks.sleep(Duration.ofMillis(1));
      inside[0]--;
      semaphore.release();
    }
  }
}
