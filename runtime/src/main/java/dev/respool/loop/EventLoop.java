package dev.respool.loop;

import dev.respool.inspect.InspectableLoop;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Runs tasks, each until it waits, and resumes them when what they wait for has happened.
 *
 * <pre>{@code
 * String page = EventLoop.run(() -> {
 *   Task<String> a = Tasks.async(() -> fetch(url1));
 *   Task<String> b = Tasks.async(() -> fetch(url2));
 *   return a.await() + b.await();
 * });
 * }</pre>
 *
 * <p>One task runs at a time, so tasks of one loop need no locks. They run in the order in which
 * they became runnable. A task runs until it waits, so a long computation holds up all others. Use
 * {@link Tasks#yieldNow} or {@link Tasks#blocking} there.
 *
 * <p>There are four ways to run tasks:
 *
 * <ul>
 *   <li>{@link #run(TaskBody)} runs them from beginning to end on the calling thread.
 *   <li>{@link #create} makes a loop that you run with {@link #runUntilDone}, or step by step with
 *       {@link #runPending}.
 *   <li>{@link #on(Executor)} makes a loop whose steps are jobs of an executor, such as a GUI
 *       thread. With {@link #on(LoopHost)}, its timers are those of another loop, too.
 *   <li>A {@link LoopGroup} has several loops, each with a thread of its own.
 * </ul>
 *
 * <p>Somebody takes a task's failure by {@link Task#await} or {@link Task#toCompletableFuture}. If
 * nobody waits when the task fails, the loop's {@linkplain #setFailureHandler failure handler} is
 * told at once. If nobody has taken the failure when the body of the task's parent has ended, the
 * parent fails with it. If a task without parent fails, the method that runs the loop throws. A
 * loop on an executor or host, and one of a group, has no such method. It treats a task without
 * parent as any other and tells the failure handler.
 */
public final class EventLoop {
  private final Reactor reactor;
  private final CallerDriver driver; // null if the loop turns by itself
  private final HostDriver host; // null unless it is another loop that turns it

  EventLoop(Reactor reactor, CallerDriver driver) {
    this(reactor, driver, null);
  }

  private EventLoop(Reactor reactor, CallerDriver driver, HostDriver host) {
    this.reactor = reactor;
    this.driver = driver;
    this.host = host;
    reactor.inspector(new LoopInspector(reactor, driver));
    DefaultWatchdog.addTo(this);
  }

  /**
   * Runs a body as the root task of a new loop, on the calling thread, until it and all tasks that
   * it started have ended. While they only wait, the thread waits without using the processor.
   *
   * <p>If the thread is interrupted while it waits, the root task is cancelled, and the thread is
   * interrupted again at the end.
   *
   * @param body what to run
   * @param <T> its result
   * @return the body's result
   * @throws dev.respool.CoroutineException if the body, or a task whose failure nobody took, threw
   *     a checked exception; an unchecked exception is thrown as it is. A type parameter for the
   *     body's exception would keep programs from compiling whose bodies throw one, and would not
   *     tell of those of other tasks.
   * @throws DeadlockException if nothing can wake the tasks any more
   */
  @SuppressWarnings("unchecked")
  public static <T> T run(TaskBody<T> body) {
    return (T) runRoot(body);
  }

  /**
   * Runs a body without result.
   *
   * @param body what to run
   * @see #run(TaskBody)
   */
  public static void run(TaskAction body) {
    runRoot(body);
  }

  private static Object runRoot(Object body) {
    EventLoop loop = create();
    TaskState root = loop.reactor.spawn(body);
    try {
      loop.driver.runUntilDone();
    } finally {
      loop.reactor.inspector().end();
    }
    return root.take();
  }

  /**
   * Makes a loop that somebody has to run: {@link #runUntilDone} or {@link #runPending}.
   *
   * @return an idle loop
   */
  public static EventLoop create() {
    Reactor reactor = new Reactor();
    return new EventLoop(reactor, new CallerDriver(reactor));
  }

  /**
   * Makes a loop whose turns are jobs of an executor, one at a time. The executor may be a Swing or
   * game thread, a Netty event loop or a pool. While tasks wait, a daemon thread waits for them. If
   * the executor refuses a job, all tasks end with its exception and run no further.
   *
   * @param executor runs the jobs, in any thread
   * @return an idle loop; {@link #spawn} makes it run
   */
  public static EventLoop on(Executor executor) {
    Objects.requireNonNull(executor, "the executor of an event loop is null");
    Reactor reactor = new Reactor();
    new ExecutorDriver(reactor, executor);
    return new EventLoop(reactor, null);
  }

  /**
   * Makes a loop whose turns and timers are actions of another loop. It has no thread of its own,
   * except while tasks wait for channels of the network. If the host refuses an action, all tasks
   * end with its exception and run no further.
   *
   * @param host runs the actions
   * @return an idle loop; {@link #spawn} makes it run
   */
  public static EventLoop on(LoopHost host) {
    Objects.requireNonNull(host, "the host of an event loop is null");
    Reactor reactor = new Reactor();
    return new EventLoop(reactor, null, new HostDriver(reactor, host));
  }

  /**
   * Sets who is told of a task that fails while nobody waits for it. By default that is a warning
   * in the system's log, {@code System.Logger} {@code dev.respool}. A task with a {@linkplain
   * TaskScope#supervised supervised} scope as its parent has that scope's handler. If a task has no
   * parent, and the loop is run by {@link #runUntilDone} or {@link #runPending}, that method throws
   * instead.
   *
   * @param handler runs on the loop's thread; any thread may set it
   */
  public void setFailureHandler(FailureHandler handler) {
    reactor
        .lostFailures()
        .setHandler(
            Objects.requireNonNull(handler, "the failure handler of an event loop is null"));
  }

  /**
   * Logs each task that keeps this loop for too long, as a warning with its stack in {@code
   * System.Logger} {@code dev.respool}.
   *
   * @param limit how long a task may run without a wait; zero turns the watchdog off
   * @see #setWatchdog(Duration, WatchdogHandler)
   */
  public void setWatchdog(Duration limit) {
    setWatchdog(limit, Watchdog::log);
  }

  /**
   * Tells a handler of each task that keeps this loop for too long: of one that runs on without a
   * wait, or blocks its thread. By default there is no watchdog, unless the system property {@code
   * dev.respool.watchdog} names a number of milliseconds: then each loop has one that logs.
   *
   * <p>The handler hears of a task once each time, after the limit and before half as much again.
   * Time is that of the machine, so pauses of the JVM and of its process count. While a watchdog is
   * set, a step of a task costs three plain stores more, and a daemon thread, one for all loops,
   * wakes four times within the limit. Without one a turn of the loop costs one comparison.
   *
   * @param limit how long a task may run without a wait, at least a millisecond to make sense; zero
   *     turns the watchdog off
   * @param handler runs on the watchdog's thread
   * @throws IllegalArgumentException if the limit is negative
   */
  public void setWatchdog(Duration limit, WatchdogHandler handler) {
    Objects.requireNonNull(limit, "the limit of a watchdog is null");
    Objects.requireNonNull(handler, "the handler of a watchdog is null");
    if (limit.isNegative()) {
      throw new IllegalArgumentException(
          "the limit of a watchdog is " + limit + ": make it positive, or zero to turn it off");
    }
    reactor.setWatchdog(limit.isZero() ? null : new Watchdog(reactor, limit, handler));
  }

  /**
   * Makes the tasks of this loop take something along that another library keeps in thread locals.
   *
   * @param context called on the loop's thread, and on each thread that spawns a task
   * @throws IllegalStateException if the loop has had tasks already
   */
  public void addContext(TaskContext<?> context) {
    reactor.addContext(Objects.requireNonNull(context, "the context of an event loop is null"));
  }

  /**
   * Starts a task without a parent. Any thread may call it.
   *
   * @param body what it runs, when its turn comes
   * @param <T> its result
   * @return the task
   */
  public <T> Task<T> spawn(TaskBody<T> body) {
    return new Task<>(reactor.spawn(body));
  }

  /**
   * Starts a task without parent and result. Any thread may call it.
   *
   * @param body what it runs, when its turn comes
   * @return the task
   */
  public Task<Void> spawn(TaskAction body) {
    return new Task<>(reactor.spawn(body));
  }

  /**
   * Runs the loop on the calling thread until all tasks have ended. It may be run again later.
   *
   * @throws dev.respool.CoroutineException if nobody took a task's checked exception; an unchecked
   *     exception is thrown as it is; further failures are suppressed in it
   * @throws DeadlockException if nothing can wake the tasks any more; that another thread might
   *     still spawn or cancel one is not taken into account
   * @throws IllegalStateException if the loop runs already, or on an executor
   */
  public void runUntilDone() {
    callerDriver().runUntilDone();
  }

  /**
   * Runs one turn on the calling thread and does not wait: what timers, channels and other threads
   * have made runnable, and then each runnable task up to its next wait. For a game's or a
   * simulation's own loop.
   *
   * @return true while tasks are left
   * @throws dev.respool.CoroutineException as {@link #runUntilDone} does
   * @throws IllegalStateException if the loop runs already, or on an executor
   */
  public boolean runPending() {
    return callerDriver().runPending();
  }

  /**
   * Runs an event of the host and then, still in this call, the tasks that it wakes. So a task goes
   * on without a further action of the host. Call it where the host runs its actions.
   *
   * <p>The event is code of this loop: it may, for example, release a {@link Semaphore} for which
   * tasks wait. If a turn of the loop is running or was given to the host already, the event is
   * part of that turn or the next, and this call does not wait for it.
   *
   * @param event short; it does not throw and does not wait
   * @throws IllegalStateException if the loop does not run on a {@link LoopHost}
   */
  public void turn(Runnable event) {
    Objects.requireNonNull(event, "EventLoop.turn: the event is null");
    if (host == null) {
      throw new IllegalStateException(
          "this event loop has no host whose event could be part of a turn: make it with"
              + " EventLoop.on(LoopHost), or spawn a task");
    }
    host.turn(event);
  }

  /**
   * This loop for inspections: its tasks, what they wait for and where. Any thread may call this.
   *
   * @return the same each time
   */
  public InspectableLoop inspectable() {
    return reactor.inspector();
  }

  Reactor reactor() {
    return reactor;
  }

  private CallerDriver callerDriver() {
    if (driver == null) {
      throw new IllegalStateException(
          "this event loop runs on an executor, which turns it by itself: do not run it, or make it"
              + " with EventLoop.create");
    }
    return driver;
  }
}
