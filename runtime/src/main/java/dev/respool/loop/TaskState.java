package dev.respool.loop;

import dev.respool.abi.Continuation;
import dev.respool.abi.Observation;
import dev.respool.inspect.TaskStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * One task's life. Everything but what says otherwise happens on the loop's thread.
 *
 * <pre>
 *   phase   | step           | leaf suspends | wait is over | body ends | last child ends | cancel
 *   NEW     | RUNNING        |               |              |           |                 | DONE when stepped
 *   READY   | RUNNING        |               |              |           |                 |
 *   RUNNING |                | PARKED        |              | JOINING   |                 |
 *   PARKED  |                |               | READY        |           |                 | ends the wait
 *   JOINING |                |               |              |           | DONE            | of children
 *   DONE    | nothing        |               |              |           |                 | nothing
 * </pre>
 *
 * <p>A cancelled task stays cancelled, so each further leaf throws. A wait that has succeeded
 * before (READY) still delivers what it got. A body that has not begun never begins. Having to wait
 * for children is a suspension, too: it ends the task as cancelled, also if its body has returned.
 */
class TaskState extends TaskOutcome {
  private static final byte NEW = 0;
  private static final byte READY = 1;
  private static final byte RUNNING = 2;
  private static final byte PARKED = 3; // it holds the wait
  private static final byte JOINING = 4; // it holds the outcome, as does one that is done
  private static final byte DONE = 5;

  private Children children; // null until there is one: most tasks have none
  private WaitQueue<Awaiter> awaiters; // null until there is one

  private byte phase = NEW;
  private boolean childrenCancelled;
  private byte spent; // of the budget

  TaskState(Reactor reactor, TaskState parent, Object body) {
    super(reactor, parent, body);
  }

  /** Begins a new task that was posted. */
  @Override
  public final void run() {
    reactor().start(this);
  }

  /** The task that programs know: itself, or the one that a block is part of. */
  TaskState actor() {
    return this;
  }

  void addChild(TaskState child) {
    if (children == null) {
      children = new Children();
    }
    children.add(child);
  }

  /** Those of its children that have not ended. */
  List<TaskState> children() {
    return children == null ? List.of() : children.all();
  }

  /** Null if there is none. */
  TaskState eldestChild() {
    return children == null ? null : children.eldest();
  }

  /** The same as a list; null if it never had a child. */
  TaskList childList() {
    return children;
  }

  private boolean hasChildren() {
    return children != null && !children.isEmpty();
  }

  private List<Throwable> failuresOfChildren() {
    return children == null ? List.of() : children.failures();
  }

  /** Runs the body to its next wait or to its end. */
  void step() {
    if (phase == NEW && isCancelled()) {
      Observation.discarded(this);
      bodyEnded(null, cancellation().exception());
      return;
    }
    phase = RUNNING;
    spent = 0;
    Object out;
    try {
      Contexts contexts = reactor().contexts();
      out = contexts == null ? proceed() : contexts.proceed(this);
    } catch (Throwable t) { // any failure of the body is the task's
      bodyEnded(null, t);
      return;
    }
    if (Continuation.isDead(this)) {
      bodyEnded(out, null);
    } else {
      park(out instanceof Wait next ? next : new StrayYield());
    }
  }

  /** Parks the task, whose frames are unwound, until the wait is over. */
  void park(Wait next) {
    phase = PARKED;
    hold(next);
    next.begin(this);
  }

  /** The wait is over: the task is runnable. */
  void wake(Object result, long prim, Throwable thrown) {
    if (phase != PARKED) {
      return; // abandoned
    }
    phase = READY;
    deliver(result, prim, thrown);
    reactor().ready(this);
  }

  /**
   * Whether an operation that need not wait may be done now, or others should have their turn.
   *
   * @param cost one of {@link Cost}'s
   */
  boolean mayGoOn(int cost) {
    spent = (byte) Math.min(Cost.BUDGET + 1, spent + cost);
    return spent <= Cost.BUDGET;
  }

  /** Cancels this task; the reason is part of the exception's text. */
  final void cancel(String why) {
    Cancellation.cancel(List.of(this), why);
  }

  /** From now on each suspension throws; a wait that is not over is told to end. */
  void strike(Cancellation cancellation) {
    if (phase == DONE) {
      return;
    }
    if (!isCancelled()) {
      setCancellation(cancellation);
    }
    if (phase == PARKED) {
      pending().cancel(cancellation().exception());
    } else if (phase == JOINING) {
      replaceBy(cancellation().exception());
    }
  }

  /** Whether it is cancelled, or its body has failed. */
  final boolean isEnding() {
    return isCancelled() || failure() != null;
  }

  /** Whether its body has ended and it has not. */
  boolean waitsForChildren() {
    return phase == JOINING;
  }

  private void bodyEnded(Object result, Throwable thrown) {
    phase = JOINING;
    setOutcome(result, thrown);
    if (isCancelled() && hasChildren()) {
      replaceBy(cancellation().exception());
    }
    cancelChildrenAfterFailure();
    for (TaskState next = this; next != null && next.endsNow(); next = next.parent()) {
      next.end();
    }
  }

  /** Ends the tree of tasks under this root without running anything. */
  void abandon(Throwable cause) {
    Deque<TaskState> todo = new ArrayDeque<>(List.of(this));
    for (TaskState next = todo.poll(); next != null; next = todo.poll()) {
      todo.addAll(next.children());
      next.phase = DONE;
      next.setOutcome(null, cause);
      next.publish();
    }
  }

  private boolean endsNow() {
    return phase == JOINING && !hasChildren();
  }

  private void end() {
    phase = DONE;
    boolean failedItself = isFailure();
    settle();
    publish();
    tellAwaiters();
    if (parent() == null) {
      reactor().roots().ended(this, failedItself);
    } else {
      parent().childEnded(this, failedItself);
    }
  }

  /** What the children have done becomes part of the outcome. */
  void settle() {
    addFailures(failuresOfChildren());
  }

  /** A child has ended; it may have failed by itself, or because of its own children only. */
  void childEnded(TaskState child, boolean failedItself) {
    children.remove(child);
    if (child.hasUnobservedFailure()) {
      children.failed(child);
      if (failedItself) {
        reactor().lostFailures().tell(child);
      }
    }
    cancelChildrenAfterFailure();
  }

  private void tellAwaiters() {
    if (awaiters != null) {
      for (Awaiter next = awaiters.poll(); next != null; next = awaiters.poll()) {
        setObserved();
        next.ended(this);
      }
    }
  }

  private void cancelChildrenAfterFailure() {
    if (phase != JOINING || childrenCancelled || !hasChildren()) {
      return;
    }
    List<Throwable> lost = failuresOfChildren();
    Throwable own = failure();
    Throwable cause = own != null || lost.isEmpty() ? own : lost.get(0);
    if (cause != null) {
      childrenCancelled = true;
      Cancellation.cancel(children(), ", because its parent, " + this + ", failed with " + cause);
    }
  }

  /** The outcome of an ended task, for somebody who takes responsibility for it; any thread. */
  Object take() {
    observe();
    if (failure() != null) {
      throw Failures.raise(failure());
    }
    return result();
  }

  /** Whoever calls this will deal with a failure; any thread. */
  void observe() {
    boolean counted = parent() != null && isDone() && hasUnobservedFailure();
    setObserved();
    if (counted) {
      reactor().execute(() -> parent().children.observed(this));
    }
  }

  void addAwaiter(Awaiter awaiter) {
    if (phase == DONE) {
      observe();
      awaiter.ended(this);
    } else {
      if (awaiters == null) {
        awaiters = new WaitQueue<>();
      }
      awaiters.add(awaiter);
    }
  }

  void removeAwaiter(Awaiter awaiter) {
    awaiters.remove(awaiter);
  }

  /** How far it is, for people. */
  TaskStatus status() {
    return switch (phase) {
      case NEW, READY -> TaskStatus.RUNNABLE;
      case RUNNING -> TaskStatus.RUNNING;
      case PARKED, JOINING -> TaskStatus.WAITING;
      default -> TaskStatus.ENDED;
    };
  }

  /** Whether its body has not begun. */
  boolean isNew() {
    return phase == NEW;
  }

  /** What it waits for; null if that is the end of its children, and if it does not wait. */
  Wait pending() {
    return phase == PARKED ? (Wait) held() : null;
  }
}
