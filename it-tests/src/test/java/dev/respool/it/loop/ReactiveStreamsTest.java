package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.loop.Channel;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Publishers;
import dev.respool.loop.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;
import org.testng.annotations.AfterClass;

/** The technology compatibility kit of the reactive streams, as published. */
@Timeout(300)
@ExtendWith(TransformedTests.class)
class ReactiveStreamsTest {
  private static final long PATIENCE = 5_000; // milliseconds; only a failure takes so long
  private static final long SILENCE = 20; // how long nothing must happen where nothing may

  @Test
  void bodies_are_publishers() {
    assertConforms(Bodies.class, 30);
  }

  @Test
  void channels_are_publishers() {
    assertConforms(Channels.class, 25); // no element goes to two subscribers
  }

  @Test
  void a_channel_is_filled_by_a_subscriber() {
    assertConforms(Filled.class, 10);
  }

  private static void assertConforms(Class<?> verification, int atLeast) {
    TestNG kit = new TestNG(false);
    TestListenerAdapter listener = new TestListenerAdapter();
    kit.setVerbose(0);
    kit.setTestClasses(new Class<?>[] {verification});
    kit.addListener(listener);
    kit.run();
    List<String> failures = new ArrayList<>();
    for (ITestResult failure : listener.getFailedTests()) {
      failures.add(failure.getName() + ": " + failure.getThrowable());
    }
    assertEquals(List.of(), failures);
    assertEquals(List.of(), listener.getConfigurationFailures());
    int passed = listener.getPassedTests().size();
    assertTrue(passed >= atLeast, () -> "the kit has run only " + passed + " tests");
  }

  private static TestEnvironment environment() {
    return new TestEnvironment(PATIENCE, SILENCE);
  }

  /** A loop with a thread of its own. */
  private static final class RunningLoop {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final EventLoop loop = EventLoop.on(thread);

    void stop() {
      thread.shutdownNow();
    }
  }

  @Suspendable
  private static void send(Channel<Long> out, long count) {
    for (long i = 0; i < count; i++) {
      out.send(i);
    }
  }

  /** A body for each subscriber. */
  public static final class Bodies extends FlowPublisherVerification<Long> {
    private final RunningLoop running = new RunningLoop();

    /** Made by the kit. */
    public Bodies() {
      super(environment());
    }

    @Override
    public Flow.Publisher<Long> createFlowPublisher(long elements) {
      return Publishers.of(running.loop, out -> send(out, elements));
    }

    @Override
    public Flow.Publisher<Long> createFailedFlowPublisher() {
      return Publishers.of(
          running.loop,
          out -> {
            throw new IllegalStateException("as expected");
          });
    }

    /** Called by the kit. */
    @AfterClass
    public void stop() {
      running.stop();
    }
  }

  /** A channel that a task fills. */
  public static final class Channels extends FlowPublisherVerification<Long> {
    private final RunningLoop running = new RunningLoop();

    /** Made by the kit. */
    public Channels() {
      super(environment());
    }

    @Override
    public Flow.Publisher<Long> createFlowPublisher(long elements) {
      Channel<Long> channel = Channel.buffered(4);
      running.loop.spawn(() -> sendAndClose(channel, elements));
      return Publishers.of(running.loop, channel);
    }

    @Suspendable
    private static void sendAndClose(Channel<Long> channel, long elements) {
      try (channel) {
        send(channel, elements);
      }
    }

    @Override
    public Flow.Publisher<Long> createFailedFlowPublisher() {
      Channel<Long> channel = Channel.rendezvous();
      running.loop.spawn(() -> channel.close(new IllegalStateException("as expected")));
      return Publishers.of(running.loop, channel);
    }

    /** Called by the kit. */
    @AfterClass
    public void stop() {
      running.stop();
    }
  }

  /** The other direction. */
  public static final class Filled extends FlowSubscriberBlackboxVerification<Long> {
    private final RunningLoop running = new RunningLoop();

    /** Made by the kit. */
    public Filled() {
      super(environment());
    }

    @Override
    public Flow.Subscriber<Long> createFlowSubscriber() {
      return running.loop.spawn(() -> receiving()).toCompletableFuture().join();
    }

    /** The subscriber behind a channel whose values another task receives. */
    @SuppressWarnings("unchecked")
    private Flow.Subscriber<Long> receiving() {
      List<Flow.Subscriber<? super Long>> found = new ArrayList<>();
      Channel<Long> channel = Publishers.subscribe(found::add, 4);
      running.loop.spawn(() -> receiveAll(channel));
      return (Flow.Subscriber<Long>) found.get(0);
    }

    @Suspendable
    private static void receiveAll(Channel<Long> channel) {
      try {
        while (channel.receiveOrNull() != null) {
          Tasks.yieldNow();
        }
      } catch (IllegalStateException e) {
        // the kit has sent a failure
      }
    }

    @Override
    public Long createElement(int element) {
      return (long) element;
    }

    /** Called by the kit. */
    @AfterClass
    public void stop() {
      running.stop();
    }
  }
}
