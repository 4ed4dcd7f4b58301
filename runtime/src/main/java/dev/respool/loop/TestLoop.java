package dev.respool.loop;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * An event loop for tests: its time is virtual, and a seed decides the order of its tasks.
 *
 * <pre>{@code
 * TestLoop.explore(100, () -> {
 *   Task<Void> writer = Tasks.async(() -> write(account));
 *   Task<Void> reader = Tasks.async(() -> read(account));
 *   Tasks.sleep(Duration.ofHours(24)); // takes no real time
 *   assertEquals(Duration.ofHours(24), TestLoop.current().now());
 * });
 * }</pre>
 *
 * <p><b>Time.</b> While no task is runnable, the clock jumps to the next timer. While a task waits
 * for a future, a blocking call, a file or a channel of the network, the loop waits really and its
 * clock stands still. Then only {@link #advance} moves it. A task that completes a future for
 * another one after a {@code sleep} would therefore wait for ever: use a {@link Channel} or {@link
 * Task#await} between tasks.
 *
 * <p><b>Order.</b> The loop picks the next task at random among those that are runnable. The same
 * seed gives the same order, as long as nothing outside the loop takes part. {@link EventLoop} runs
 * tasks in the order in which they became runnable, so a test loop also finds orders that depend on
 * the duration of things.
 *
 * <p>One thread at a time may run a test loop.
 */
public final class TestLoop {
  private static final String SEED = "dev.respool.test.seed";

  private final long seed;
  private final VirtualClock clock = new VirtualClock(this);
  private final StepGate gate = new StepGate(clock);
  private final Reactor reactor;
  private final CallerDriver driver;
  private final EventLoop loop;

  private TestLoop(long seed) {
    this.seed = seed;
    this.reactor = new Reactor(clock, new RandomQueue<>(seed, gate::pass));
    this.driver = new CallerDriver(reactor);
    this.loop = new EventLoop(reactor, driver);
  }

  /**
   * Makes a loop that somebody has to run.
   *
   * @param seed decides the order of the tasks
   * @return an idle loop, at time zero
   */
  public static TestLoop create(long seed) {
    return new TestLoop(seed);
  }

  /**
   * Runs a body as the root task of a new test loop until it and all tasks that it started have
   * ended.
   *
   * @param seed decides the order of the tasks
   * @param body what to run
   * @param <T> its result
   * @return the body's result
   * @see EventLoop#run(TaskBody)
   */
  @SuppressWarnings("unchecked")
  public static <T> T run(long seed, TaskBody<T> body) {
    return (T) runRoot(seed, body);
  }

  /**
   * Runs a body without result.
   *
   * @param seed decides the order of the tasks
   * @param body what to run
   * @see #run(long, TaskBody)
   */
  public static void run(long seed, TaskAction body) {
    runRoot(seed, body);
  }

  private static Object runRoot(long seed, Object body) {
    TestLoop test = create(seed);
    TaskState root = test.reactor.spawn(body);
    try {
      test.runUntilDone();
    } finally {
      test.reactor.inspector().end();
    }
    return root.take();
  }

  /**
   * Runs a body under the seeds from 0 on, each in a new loop. If the system property {@code
   * dev.respool.test.seed} is set, the body runs under that seed only.
   *
   * @param seeds how many seeds; at least 1
   * @param body what to run; it must start from the same state each time
   * @throws AssertionError if the body fails; it names the seed, and its cause is the failure
   */
  public static void explore(int seeds, TaskAction body) {
    if (seeds < 1) {
      throw new IllegalArgumentException(
          "TestLoop.explore: the number of seeds is " + seeds + " and must be at least 1");
    }
    Long only = Long.getLong(SEED);
    if (only != null) {
      runNamed(only, body);
      return;
    }
    for (long seed = 0; seed < seeds; seed++) {
      runNamed(seed, body);
    }
  }

  private static void runNamed(long seed, TaskAction body) {
    try {
      runRoot(seed, body);
    } catch (RuntimeException | Error e) { // whatever fails, the seed belongs to it
      throw new AssertionError(
          "fails with seed " + seed + ": " + e + "; to repeat it, set -D" + SEED + "=" + seed, e);
    }
  }

  /**
   * The test loop of the calling task.
   *
   * @return the loop
   * @throws IllegalStateException outside a task, or in a task of another kind of loop
   */
  public static TestLoop current() {
    if (Leaf.caller("TestLoop.current").reactor().clock() instanceof VirtualClock virtual) {
      return virtual.loop();
    }
    throw new IllegalStateException(
        "TestLoop.current: the calling task runs in an ordinary event loop; start it with"
            + " TestLoop.run");
  }

  /**
   * Starts a task without a parent. Any thread may call it.
   *
   * @param body what it runs
   * @param <T> its result
   * @return the task
   */
  public <T> Task<T> spawn(TaskBody<T> body) {
    return loop.spawn(body);
  }

  /**
   * Starts a task without parent and result. Any thread may call it.
   *
   * @param body what it runs
   * @return the task
   */
  public Task<Void> spawn(TaskAction body) {
    return loop.spawn(body);
  }

  /**
   * This loop for code that takes an {@link EventLoop}.
   *
   * @return the same loop each time
   */
  public EventLoop loop() {
    return loop;
  }

  /**
   * Runs the loop until all tasks have ended. Waits really for what happens outside the loop.
   *
   * @see EventLoop#runUntilDone
   */
  public void runUntilDone() {
    driver.runUntilDone();
  }

  /**
   * Runs the loop until no task is runnable and no timer is set, and does not wait really. If a
   * task waits for something outside the loop, the clock stands still and timers are left.
   *
   * @return true while tasks are left
   * @throws dev.respool.CoroutineException as {@link EventLoop#runUntilDone} does
   */
  public boolean runUntilIdle() {
    runDue();
    while (!reactor.timers().isEmpty() && !reactor.waitsForOutside()) {
      moveTo(clock.getAsLong() + reactor.timers().nanosToNext());
    }
    return reactor.hasTasks();
  }

  /**
   * Lets time pass. The timers of that time fire at their deadlines, and the tasks run that they
   * wake. A task may call it, too: then it only moves the clock, and the other tasks run when the
   * caller waits.
   *
   * @param duration how much; zero runs what is runnable now
   * @return true while tasks are left
   * @throws IllegalArgumentException if the duration is negative
   * @throws dev.respool.CoroutineException as {@link EventLoop#runUntilDone} does
   */
  public boolean advance(Duration duration) {
    Objects.requireNonNull(duration, "TestLoop.advance: the duration is null");
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "TestLoop.advance: the duration is " + duration + ", and time never goes back");
    }
    long end = Math.addExact(clock.getAsLong(), duration.toNanos());
    if (reactor.isLoopThread()) {
      clock.moveTo(end);
    } else {
      runUntil(end);
    }
    return reactor.hasTasks();
  }

  private void runUntil(long end) {
    runDue();
    while (reactor.timers().nanosToNext() <= end - clock.getAsLong()) {
      moveTo(clock.getAsLong() + reactor.timers().nanosToNext());
    }
    clock.moveTo(Math.max(end, clock.getAsLong()));
  }

  private void moveTo(long nanos) {
    clock.moveTo(nanos);
    runDue();
  }

  /** Runs what is runnable at the present virtual time. */
  private void runDue() {
    do {
      driver.runPending();
    } while (!reactor.isIdle() || reactor.timers().nanosToNext() == 0);
  }

  /**
   * The virtual time. Any thread may ask.
   *
   * @return how much has passed since the loop was made
   */
  public Duration now() {
    return Duration.ofNanos(clock.getAsLong());
  }

  /**
   * The virtual time as a clock: it begins at the epoch, 1970-01-01T00:00:00Z. Deadlines of {@link
   * Tasks#withDeadline(java.time.Instant, TaskBody)} are instants of this clock. Any thread may use
   * it.
   *
   * @return what {@link Tasks#clock} returns in tasks of this loop
   */
  public Clock clock() {
    return clock.instants();
  }

  StepGate gate() {
    return gate;
  }

  /**
   * What decides the order of the tasks.
   *
   * @return the seed
   */
  public long seed() {
    return seed;
  }
}
