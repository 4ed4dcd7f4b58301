package dev.respool.loop;

import dev.respool.abi.Observation;
import dev.respool.inspect.QueueLengths;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * The state of one loop and its turn. Who calls {@link #turn} and {@link #sleep}, and on which
 * thread, is a driver's business; a driver guarantees that there is one such call at a time.
 *
 * <p>Runnable tasks run in the order of the ready queue, which is the order in which they became
 * runnable, but for a test. A turn takes in what happened outside (posted actions in the order of
 * their arrival, then timers by deadline, then the selector), then gives each task that is runnable
 * one step; what becomes runnable meanwhile has its step in the next turn.
 *
 * <p>A wake-up cannot be missed: a poster adds to the inbox and then looks for a sleeper, a sleeper
 * announces itself and then looks into the inbox.
 */
final class Reactor {
  private static final Runnable NOTHING = () -> {};
  private static final int MOST_POSTS_COUNTED = 10_000;

  /**
   * HotSpot inlines no method whose signature names a class that is not loaded, and many a loop has
   * no timer, no context and nothing cancelled. Naming them here loads them.
   */
  private static final List<Class<?>> LOADED =
      List.of(Binding.class, Cancellation.class, Contexts.class, Timer.class, Watchdog.class);

  private final Queue<TaskState> ready;
  private final Inbox inbox = new Inbox();
  private final LoopClock clock;
  private final Timers timers;
  private final IoSelector io = new IoSelector();
  private final LostFailures lostFailures = new LostFailures();
  private final Roots roots = new Roots(lostFailures);
  private final SplittableRandom random = new SplittableRandom(0); // each run chooses the same
  private long lastNumber;
  private boolean hasHadTasks; // some of them may be in the inbox still
  private volatile Contexts contexts; // null if there are none, as in most loops
  private volatile Watchdog watchdog; // null if there is none
  private int outstanding;
  private long turns;
  private LoopInspector inspector; // which is known by a weak reference otherwise
  private final LoopThread thread = new LoopThread();
  private volatile Thread sleeper;
  private volatile Runnable onPost = () -> {};

  Reactor() {
    this(LoopClock.system(), new ArrayDeque<>());
  }

  /** The queue decides which runnable task is next. */
  Reactor(LoopClock clock, Queue<TaskState> ready) {
    this.clock = clock;
    this.timers = new Timers(clock);
    this.ready = ready;
  }

  LoopClock clock() {
    return clock;
  }

  Timers timers() {
    return timers;
  }

  SplittableRandom random() {
    return random;
  }

  IoSelector io() {
    return io;
  }

  /** Null if there are none. */
  Contexts contexts() {
    return contexts;
  }

  void addContext(TaskContext<?> added) {
    if (hasHadTasks) {
      throw new IllegalStateException(
          "a context is added to an event loop that has had tasks, which lack it: add it before the"
              + " first spawn");
    }
    contexts = Contexts.and(contexts, added);
  }

  /** Null if there is none. */
  Watchdog watchdog() {
    return watchdog;
  }

  void setWatchdog(Watchdog replacement) {
    watchdog = replacement;
    if (replacement != null) {
      replacement.start();
    }
  }

  LostFailures lostFailures() {
    return lostFailures;
  }

  /** What to do after something was posted, besides waking a sleeper; any thread will call it. */
  void onPost(Runnable action) {
    onPost = action;
  }

  /** Makes a task that is runnable; loop's thread. A root has no parent. */
  TaskState start(Object body, TaskState parent) {
    TaskState task = new TaskState(this, parent, body);
    task.inherit();
    start(task);
    return task;
  }

  /** Makes a task runnable that is new; loop's thread. */
  void start(TaskState task) {
    task.setNumber(++lastNumber);
    if (task.parent() == null) {
      roots.add(task);
    } else {
      task.parent().addChild(task);
    }
    ready.add(task);
  }

  /** That of the youngest task. */
  long lastNumber() {
    return lastNumber;
  }

  /** Makes a root; any thread. */
  TaskState spawn(Object body) {
    TaskState task = new TaskState(this, null, body);
    task.inherit();
    hasHadTasks = true;
    if (isLoopThread()) {
      start(task);
    } else {
      post(task);
    }
    return task;
  }

  void ready(TaskState task) {
    ready.add(task);
  }

  /** Begins an operation that ends outside the loop. */
  void operationBegins() {
    outstanding++;
  }

  void operationEnds() {
    outstanding--;
  }

  /** Runs an action on the loop's thread: at once if this is it; any thread. */
  void execute(Runnable action) {
    if (isLoopThread()) {
      action.run();
    } else {
      post(action);
    }
  }

  /** Runs an action in a later turn; any thread. */
  void post(Runnable action) {
    post(new PostedAction(action));
  }

  private void post(Post post) {
    inbox.add(post);
    Thread asleep = sleeper;
    if (asleep != null) {
      LockSupport.unpark(asleep);
      io.wakeup();
    }
    onPost.run();
  }

  /** Which thread runs the turns. */
  LoopThread thread() {
    return thread;
  }

  boolean isLoopThread() {
    return thread.isCurrent();
  }

  /** One turn on the current thread. */
  void turn() {
    turn(NOTHING);
  }

  /** One turn, which takes in an event first. */
  void turn(Runnable event) {
    long outer = thread.enter();
    try {
      Object turn = Observation.turns();
      turns++;
      event.run();
      takeIn();
      int steps = ready.size();
      steps(watchdog, steps);
      Observation.turned(turn, steps, ready);
    } finally {
      thread.leave(outer);
    }
  }

  private void steps(Watchdog watching, int number) {
    for (int steps = number; steps > 0; steps--) {
      TaskState next = ready.remove();
      if (watching == null) {
        next.step();
      } else {
        watching.step(next);
      }
    }
  }

  private void takeIn() {
    inbox.run();
    timers.fireDue();
    io.poll();
  }

  /** Whether there is something to do without waiting; false again when a timer is due. */
  boolean isIdle() {
    return ready.isEmpty() && inbox.isEmpty();
  }

  /** Whether {@link #post} has been called since the last turn began; any thread. */
  boolean hasPosts() {
    return !inbox.isEmpty();
  }

  /** How many turns have begun; loop's thread. */
  long turns() {
    return turns;
  }

  QueueLengths queueLengths() {
    return new QueueLengths(
        ready.size(), inbox.size(MOST_POSTS_COUNTED), timers.size(), io.waits(), outstanding);
  }

  LoopInspector inspector() {
    return inspector;
  }

  void inspector(LoopInspector own) {
    inspector = own;
  }

  /** Whether a task waits for the selector. */
  boolean waitsForChannel() {
    return io.hasWaits();
  }

  boolean hasTasks() {
    return !roots.isEmpty();
  }

  Roots roots() {
    return roots;
  }

  /** Whether something other than another thread's spawn or cancel can make a task runnable. */
  boolean canBeWoken() {
    return waitsForOutside() || !timers.isEmpty();
  }

  /** Whether an operation outside the loop, or a channel, can make a task runnable. */
  boolean waitsForOutside() {
    return outstanding > 0 || io.hasWaits();
  }

  /**
   * Waits, without using the processor, for a timer, a channel, something posted or an interrupt.
   */
  void sleep() {
    sleeper = Thread.currentThread();
    try {
      if (!inbox.isEmpty()) {
        return;
      }
      long nanos = clock.toWait(timers.nanosToNext(), waitsForOutside());
      if (nanos == 0) {
        return;
      }
      if (io.isOpen()) {
        io.select(nanos);
      } else {
        LockSupport.parkNanos(this, nanos);
      }
    } finally {
      sleeper = null;
    }
  }

  /** Ends all tasks with a failure, without running them on: nothing can run them. */
  void abandon(Throwable cause) {
    inbox.run(); // there may be tasks in it that have not begun
    for (TaskState root : roots.all()) {
      roots.remove(root);
      root.abandon(cause);
    }
    ready.clear();
  }

  /** Gives back what the loop holds of the operating system; it may be used again. */
  void close() {
    try {
      io.close();
    } catch (IOException | RuntimeException | LinkageError e) {
      // Nothing waits on the selector any more, so nothing is lost with it. A JVM without free
      // descriptors may fail to load a class here, which must not hide why the loop has ended.
    }
  }
}
