package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.loop.Channel;
import dev.respool.loop.ChannelClosedException;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Publishers;
import dev.respool.loop.Tasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(TransformedTests.class)
class PublishersTest {
  private final List<String> log = new ArrayList<>();
  private final EventLoop loop = EventLoop.create();

  /** Does what the test says. */
  private class Hand implements Flow.Subscriber<Object> {
    private Flow.Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(Object element) {
      log.add("next " + element);
    }

    @Override
    public void onError(Throwable failure) {
      log.add("error " + failure.getMessage());
    }

    @Override
    public void onComplete() {
      log.add("complete");
    }

    /** Lets the loop come to rest. */
    void request(long count) {
      subscription.request(count);
      turn();
    }
  }

  private void turn() {
    for (int i = 0; i < 10; i++) {
      loop.runPending();
    }
  }

  private Hand subscribed(Flow.Publisher<?> publisher) {
    Hand hand = new Hand();
    publisher.subscribe(hand);
    turn();
    return hand;
  }

  @Test
  void a_body_runs_ahead_of_no_request() {
    Flow.Publisher<Integer> publisher =
        Publishers.of(
            loop,
            out -> {
              for (int i = 0; i < 3; i++) {
                log.add("sending " + i);
                out.send(i);
              }
            });
    Hand hand = subscribed(publisher);
    assertEquals(List.of("sending 0"), log);
    hand.request(2);
    assertEquals(List.of("sending 0", "next 0", "sending 1", "next 1", "sending 2"), log);
    hand.request(5);
    assertEquals(List.of("next 2", "complete"), log.subList(5, log.size()));
  }

  @Test
  void a_body_that_fails_ends_the_subscription_with_its_failure() {
    Hand hand =
        subscribed(
            Publishers.of(
                loop,
                out -> {
                  out.send(1);
                  throw new IOException("broken");
                }));
    hand.request(1);
    assertEquals(List.of("next 1", "error broken"), log);
  }

  @Test
  void cancelling_a_subscription_runs_the_finally_blocks_of_the_body() {
    Hand hand = subscribed(Publishers.of(loop, out -> sendForEver(out)));
    hand.request(1);
    hand.subscription.cancel();
    turn();
    assertEquals(List.of("next 1", "finally"), log);
    assertFalse(loop.runPending());
  }

  @Suspendable
  private void sendForEver(Channel<Object> out) {
    try {
      while (true) {
        out.send(1);
      }
    } finally {
      log.add("finally");
    }
  }

  @Test
  void a_wrong_request_ends_the_subscription_and_its_body() {
    subscribed(Publishers.of(loop, out -> sendForEver(out))).request(0);
    assertTrue(log.remove("finally"));
    assertTrue(log.get(0).contains("rule 3.9"), log::toString);
    assertFalse(loop.runPending());
  }

  @Test
  void a_channel_can_be_published_and_completes_without_a_request() {
    Channel<Object> channel = Channel.unlimited();
    Flow.Publisher<Object> publisher = Publishers.of(loop, channel);
    loop.spawn(() -> channel.send("a"));
    Hand hand = subscribed(publisher);
    hand.request(1);
    assertEquals(List.of("next a"), log);
    loop.spawn(() -> channel.close());
    turn();
    assertEquals(List.of("next a", "complete"), log);
  }

  @Test
  void subscribers_share_a_channel_and_a_cancelled_one_takes_nothing() {
    Channel<Object> channel = Channel.rendezvous();
    Flow.Publisher<Object> publisher = Publishers.of(loop, channel);
    Hand first = subscribed(publisher);
    Hand second = subscribed(publisher);
    first.request(1);
    first.subscription.cancel();
    turn();
    loop.spawn(() -> channel.send("b"));
    turn();
    assertEquals(List.of(), log);
    second.request(1);
    assertEquals(List.of("next b"), log);
  }

  @Test
  void a_subscriber_that_throws_is_cancelled_and_the_loop_goes_on() {
    List<Throwable> uncaught = new ArrayList<>();
    Thread thread = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
    thread.setUncaughtExceptionHandler((where, failure) -> uncaught.add(failure));
    try {
      Hand hand =
          new Hand() {
            @Override
            public void onNext(Object element) {
              throw new IllegalStateException("the subscriber fails");
            }
          };
      Publishers.of(loop, out -> sendForEver(out)).subscribe(hand);
      turn();
      hand.request(3);
    } finally {
      thread.setUncaughtExceptionHandler(before);
    }
    assertEquals(List.of("finally"), log);
    assertEquals("the subscriber fails", uncaught.get(0).getMessage());
    assertEquals(1, uncaught.size());
  }

  @Test
  void a_channel_of_another_loop_is_refused_through_the_subscriber() {
    Channel<Object> channel = Channel.rendezvous();
    EventLoop other = EventLoop.create();
    other.spawn(() -> channel.receive());
    other.runPending();
    subscribed(Publishers.of(loop, channel));
    assertTrue(log.get(0).startsWith("error this channel is used by"), log::toString);
  }

  @Test
  void a_channel_receives_from_a_publisher_of_another_thread() {
    List<Integer> received = new ArrayList<>();
    SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
    EventLoop.run(
        () -> {
          Channel<Integer> channel = Publishers.subscribe(publisher, 3);
          Tasks.async(() -> Tasks.blocking(() -> submit(publisher)));
          for (int value : channel) {
            received.add(value);
          }
        });
    assertEquals(100, received.size());
    for (int i = 0; i < 100; i++) {
      assertEquals(i, received.get(i));
    }
  }

  private static int submit(SubmissionPublisher<Integer> publisher) {
    try (publisher) {
      for (int i = 0; i < 100; i++) {
        publisher.submit(i);
      }
    }
    return 100;
  }

  /** Counts what is requested, and sends what the test says. */
  private final class Source implements Flow.Publisher<String>, Flow.Subscription {
    private Flow.Subscriber<? super String> subscriber;

    @Override
    public void subscribe(Flow.Subscriber<? super String> given) {
      subscriber = given;
      given.onSubscribe(this);
    }

    @Override
    public void request(long count) {
      log.add("request " + count);
    }

    @Override
    public void cancel() {
      log.add("cancel");
    }
  }

  @Test
  void no_more_is_requested_than_there_is_room_for() {
    Source source = new Source();
    EventLoop.run(
        () -> {
          Channel<String> channel = Publishers.subscribe(source, 4);
          Tasks.yieldNow();
          assertEquals(List.of("request 4"), log);
          for (String value : List.of("a", "b", "c", "d")) {
            source.subscriber.onNext(value);
          }
          Tasks.yieldNow();
          assertEquals("a", channel.receive());
          Tasks.yieldNow();
          assertEquals(List.of("request 4"), log);
          assertEquals("b", channel.receive());
          Tasks.yieldNow();
          assertEquals(List.of("request 4", "request 2"), log);
          channel.close();
          Tasks.yieldNow();
          assertEquals("cancel", log.get(2));
          source.subscriber.onNext("too late");
          Tasks.yieldNow();
          assertEquals("c", channel.receiveOrNull());
          assertEquals("d", channel.receiveOrNull());
          assertNull(channel.receiveOrNull());
        });
  }

  @Test
  void a_publisher_that_fails_closes_the_channel_with_its_failure() {
    IOException broken = new IOException("broken");
    Source source = new Source();
    EventLoop.run(
        () -> {
          Channel<String> channel = Publishers.subscribe(source, 4);
          source.subscriber.onNext("a");
          source.subscriber.onError(broken);
          assertEquals("a", channel.receive());
          assertSame(broken, causeOf(channel));
        });
  }

  @Suspendable
  private static Throwable causeOf(Channel<?> channel) {
    try {
      return new AssertionError("received " + channel.receiveOrNull());
    } catch (ChannelClosedException e) {
      return e.getCause();
    }
  }

  @Test
  void a_publisher_that_sends_too_much_is_cancelled() {
    Source source = new Source();
    EventLoop.run(
        () -> {
          Channel<String> channel = Publishers.subscribe(source, 1);
          source.subscriber.onNext("a");
          source.subscriber.onNext("b");
          Tasks.yieldNow();
          assertEquals("a", channel.receive());
          Throwable cause = causeOf(channel);
          assertTrue(cause.getMessage().contains("rule 1.1"), cause.toString());
          assertTrue(log.contains("cancel"));
        });
  }

  @Test
  void tasks_of_one_loop_publish_to_each_other() {
    List<Integer> received = new ArrayList<>();
    loop.spawn(
        () -> {
          Flow.Publisher<Integer> numbers =
              Publishers.of(
                  loop,
                  out -> {
                    for (int i = 0; i < 20; i++) {
                      out.send(i);
                    }
                  });
          for (int value : Publishers.subscribe(numbers, 4)) {
            received.add(value);
          }
        });
    loop.runUntilDone();
    assertEquals(20, received.size());
  }
}
