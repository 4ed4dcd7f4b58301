package dev.respool.loop;

import dev.respool.abi.Continuation;
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
class TaskState extends KnownTask implements Runnable {
  private enum Phase {
    NEW,
    READY,
    RUNNING,
    PARKED,
    JOINING,
    DONE
  }

  private final Outcome outcome = new Outcome();
  private Children children; // null until there is one: most tasks have none
  private WaitQueue<Awaiter> awaiters; // null until there is one

  /** Its neighbours among the children of its parent, or the roots; written by the list only. */
  TaskState elder;

  TaskState younger;

  private Phase phase = Phase.NEW;
  private Wait wait;
  private boolean childrenCancelled;
  private byte spent; // of the budget; a task is small: it has room for bytes

  TaskState(Reactor reactor, TaskState parent, long number, Object body) {
    super(reactor, parent, number, body);
  }

  /** Begins a new task, for who hands it to the loop. */
  @Override
  public final void run() {
    reactor().start(this);
  }

  Outcome outcome() {
    return outcome;
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
    if (phase == Phase.NEW && isCancelled()) {
      dropBody();
      bodyEnded(null, cancellation().exception());
      return;
    }
    phase = Phase.RUNNING;
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
    phase = Phase.PARKED;
    wait = next;
    next.begin(this);
  }

  /** The wait is over: the task is runnable. */
  void wake(Object result, long prim, Throwable thrown) {
    if (phase != Phase.PARKED) {
      return; // abandoned
    }
    phase = Phase.READY;
    wait = null;
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
    if (phase == Phase.DONE) {
      return;
    }
    if (!isCancelled()) {
      setCancellation(cancellation);
      outcome.cancelled();
    }
    if (phase == Phase.PARKED) {
      wait.cancel(cancellation().exception());
    } else if (phase == Phase.JOINING) {
      outcome.replaceBy(cancellation().exception());
    }
  }

  /** Whether it is cancelled, or its body has failed. */
  final boolean isEnding() {
    return isCancelled() || outcome.failure() != null;
  }

  /** Whether its body has ended and it has not. */
  boolean waitsForChildren() {
    return phase == Phase.JOINING;
  }

  private void bodyEnded(Object result, Throwable thrown) {
    phase = Phase.JOINING;
    outcome.set(result, thrown);
    if (isCancelled() && hasChildren()) {
      outcome.replaceBy(cancellation().exception());
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
      next.phase = Phase.DONE;
      next.outcome.set(null, cause);
      next.outcome.publish();
    }
  }

  private boolean endsNow() {
    return phase == Phase.JOINING && !hasChildren();
  }

  private void end() {
    phase = Phase.DONE;
    boolean failedItself = outcome.isFailure();
    settle();
    outcome.publish();
    tellAwaiters();
    if (parent() == null) {
      reactor().roots().ended(this, failedItself);
    } else {
      parent().childEnded(this, failedItself);
    }
  }

  /** What the children have done becomes part of the outcome. */
  void settle() {
    outcome.add(failuresOfChildren());
  }

  /** A child has ended; it may have failed by itself, or because of its own children only. */
  void childEnded(TaskState child, boolean failedItself) {
    children.remove(child);
    if (child.outcome.hasUnobservedFailure()) {
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
        outcome.observe();
        next.ended(this);
      }
    }
  }

  private void cancelChildrenAfterFailure() {
    if (phase != Phase.JOINING || childrenCancelled || !hasChildren()) {
      return;
    }
    List<Throwable> lost = failuresOfChildren();
    Throwable own = outcome.failure();
    Throwable cause = own != null || lost.isEmpty() ? own : lost.get(0);
    if (cause != null) {
      childrenCancelled = true;
      Cancellation.cancel(children(), ", because its parent, " + this + ", failed with " + cause);
    }
  }

  /** Whether the task has ended; any thread. */
  boolean isDone() {
    return outcome.isDone();
  }

  /** The outcome of an ended task, for somebody who takes responsibility for it; any thread. */
  Object take() {
    observe();
    if (outcome.failure() != null) {
      throw Failures.raise(outcome.failure());
    }
    return outcome.value();
  }

  /** Whoever calls this will deal with a failure; any thread. */
  void observe() {
    boolean counted = parent() != null && isDone() && outcome.hasUnobservedFailure();
    outcome.observe();
    if (counted) {
      reactor().execute(() -> parent().children.observed(this));
    }
  }

  void addAwaiter(Awaiter awaiter) {
    if (phase == Phase.DONE) {
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
      case DONE -> TaskStatus.ENDED;
    };
  }

  /** Whether its body has not begun. */
  boolean isNew() {
    return phase == Phase.NEW;
  }

  /** What it waits for; null if that is the end of its children, and if it does not wait. */
  Wait pending() {
    return phase == Phase.PARKED ? wait : null;
  }
}
