package dev.respool.loop;

import dev.respool.abi.Continuation;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * One task's life. Everything but what says otherwise happens on the loop's thread.
 *
 * <pre>
 *   phase   | step           | leaf suspends | wait is over | body ends | last child ends | cancel
 *   NEW     | RUNNING        |               |              |           |                 | remembered
 *   READY   | RUNNING        |               |              |           |                 | remembered
 *   RUNNING |                | PARKED        |              | JOINING   |                 | remembered
 *   PARKED  |                |               | READY        |           |                 | ends the wait
 *   JOINING |                |               |              |           | DONE            | of children
 *   DONE    | nothing        |               |              |           |                 | nothing
 * </pre>
 *
 * <p>A cancellation that is remembered strikes at the body's next leaf, or keeps a NEW body from
 * starting. Each cancellation strikes once, so that {@code finally} blocks may suspend.
 */
final class TaskState extends TaskCoroutine {
  private static final int MAX_READY_OPERATIONS = 64;

  private enum Phase {
    NEW,
    READY,
    RUNNING,
    PARKED,
    JOINING,
    DONE
  }

  private final Reactor reactor;
  private final TaskState parent;
  private final long number;
  private final Outcome outcome = new Outcome();
  private Children children; // null until there is one: most tasks have none
  private WaitQueue<Awaiter> awaiters; // null until there is one

  /** Its neighbours among the children of its parent, or the roots; written by the list only. */
  TaskState elder;

  TaskState younger;

  private Phase phase = Phase.NEW;
  private Wait wait;
  private boolean childrenCancelled;
  private CancellationException pending;
  private byte readyOperations; // a task is small: it has room for bytes

  TaskState(Reactor reactor, TaskState parent, long number, Object body) {
    super(body);
    this.reactor = reactor;
    this.parent = parent;
    this.number = number;
  }

  Reactor reactor() {
    return reactor;
  }

  Outcome outcome() {
    return outcome;
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

  private boolean hasChildren() {
    return children != null && !children.isEmpty();
  }

  private List<Throwable> failuresOfChildren() {
    return children == null ? List.of() : children.failures();
  }

  /** Runs the body to its next wait or to its end. */
  void step() {
    if (phase == Phase.NEW && pending != null) {
      dropBody();
      bodyEnded(null, pending);
      return;
    }
    phase = Phase.RUNNING;
    readyOperations = 0;
    Object out;
    try {
      out = proceed();
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
    reactor.ready(this);
  }

  /** Whether an operation that need not wait may be done now, or others should have their turn. */
  boolean mayGoOn() {
    return ++readyOperations < MAX_READY_OPERATIONS;
  }

  void throwIfCancelled() {
    if (pending != null) {
      CancellationException reason = pending;
      pending = null;
      reason.fillInStackTrace();
      throw reason;
    }
  }

  /** Cancels this task; the reason is part of the exception's text. */
  void cancel(String why) {
    cancel(List.of(this), why);
  }

  /** Cancels several tasks and, where only children are left to cancel, those. */
  static void cancel(Collection<TaskState> tasks, String why) {
    Deque<TaskState> todo = new ArrayDeque<>(tasks);
    while (!todo.isEmpty()) {
      TaskState next = todo.poll();
      next.strike(new CancellationException(next + " was cancelled" + why));
      if (next.phase == Phase.JOINING) {
        todo.addAll(next.children());
      }
    }
  }

  private void strike(CancellationException reason) {
    if (phase != Phase.DONE) {
      outcome.cancelled();
    }
    switch (phase) {
      case NEW, READY, RUNNING -> pending = reason;
      case PARKED -> wait.cancel(reason);
      case JOINING -> outcome.replaceBy(reason);
      case DONE -> {}
    }
  }

  private void bodyEnded(Object result, Throwable thrown) {
    phase = Phase.JOINING;
    outcome.set(result, thrown);
    cancelChildrenAfterFailure();
    for (TaskState next = this; next != null && next.endsNow(); next = next.parent) {
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
    outcome.add(failuresOfChildren());
    outcome.publish();
    tellAwaiters();
    if (parent == null) {
      reactor.rootEnded(this);
    } else {
      parent.children.ended(this);
      parent.cancelChildrenAfterFailure();
    }
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
      cancel(children(), ", because its parent, " + this + ", failed with " + cause);
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
    outcome.observe();
    if (parent != null && reactor.isLoopThread()) {
      parent.children.observed(this);
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

  /** What it waits for, or null if it does not wait. */
  String waitsFor() {
    return switch (phase) {
      case PARKED -> wait.toString();
      case JOINING -> "the end of its children (its body has ended)";
      default -> null;
    };
  }

  /** The tasks that it waits for; none if it waits for something else, or not at all. */
  List<TaskState> awaited() {
    return switch (phase) {
      case PARKED -> wait.awaited() == null ? List.of() : List.of(wait.awaited());
      case JOINING -> children();
      default -> List.of();
    };
  }

  @Override
  public String toString() {
    return "task " + number;
  }
}
